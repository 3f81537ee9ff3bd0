"""Pages in the manner of three government sites and two papers, in words of our own."""

from __future__ import annotations

# A county's site: the tags of the standard, a metadata block as a table, an editor's element around the text.
COUNTY_SITE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>县妇联2021年工作总结_青禾县政府</title>
<meta name="SiteName" content="青禾县政府网"><meta name="ArticleTitle" content="县妇联2021年工作总结">
<meta name="PubDate" content="2022-01-10 09:30"><meta name="ContentSource" content="县妇联"><meta name="Author" content="林月"></head><body>
<div class="top-nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li></ul></div>
<div>当前位置：<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a> &gt; 正文</div>
<table><tr><td>索 引 号：</td><td>000014/2022-00012</td><td>发文字号：</td><td>青妇字〔2022〕1号</td></tr>
<tr><td>发布机构：</td><td>县妇联</td><td>发布日期：</td><td>2022-01-10</td></tr></table>
<h1>县妇联2021年工作总结</h1>
<div>来源：县妇联 发布时间：2022-01-10 【字体：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】</div>
<div class="TRS_Editor"><p>　　全年办班12期，培训妇女600
人次。</p><p style="display:none">统计代码</p><p>一、维权工作</p><p>接访43件。<br>办结40件。</p>
<p><a href="/files/名单.docx">附件：获奖名单.docx</a></p></div>
<div class="pager"><a href="2.html">下一页</a></div>
<div class="xgxw"><h3>相关新闻</h3><ul><li><a href="a.html">别县的一件事</a></li><li><a href="b.html">又一件事</a></li></ul></div>
<div>主办：青禾县政府办公室</div><div>版权所有 湘ICP备00000001号</div></body></html>"""

# A city's portal: title and byline in elements of their own, paragraphs in UCAP-CONTENT, pages and related papers after it.
CITY_PORTAL = """<!DOCTYPE html><html lang="zh-CN"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>
<meta name="SiteName" content="青禾市人民政府门户网站"/><meta name="SiteDomain" content="www.example.gov.cn"/><meta name="ColumnName" content="部门动态"/><meta name="ColumnType" content="工作动态"/>
<meta name="ArticleTitle" content="市妇联多措并举推进家庭文明建设"/><meta name="PubDate" content="2021-05-18 10:22"/><meta name="ContentSource" content="市妇联"/><meta name="Keywords" content="妇联,家庭"/>
<title>市妇联多措并举推进家庭文明建设_部门动态_青禾市人民政府门户网站</title><script>var a=1;</script></head><body>
<div class="header"><div class="logo"><a href="/">青禾市人民政府</a></div><ul class="menu"><li><a href="/xw/">要闻</a></li><li><a href="/zw/">政务</a></li><li><a href="/fw/">服务</a></li><li><a href="/hd/">互动</a></li></ul><form><input type="text" value="请输入关键字"><button>搜索</button></form></div>
<div class="crumb">您现在的位置：<a href="/">首页</a> > <a href="/xw/">要闻</a> > <a href="/xw/bm/">部门动态</a></div>
<div class="pages-title">市妇联多措并举推进家庭文明建设</div>
<div class="pages-date">2021-05-18 10:22 <span class="font">来源： 市妇联</span><div class="pages-print"><span>字体：</span><a>大</a> <a>中</a> <a>小</a> <a>打印</a></div><div class="share"><a>微信</a><a>微博</a></div></div>
<div class="pages_content" id="UCAP-CONTENT"><p style="text-indent:2em">今年以来，市妇联评选最美家庭120户，开展家庭教育讲座36场，覆盖家长4800人次。</p>
<p style="text-indent:2em"><strong>一是建强阵地。</strong>建成社区家长学校58所，配备指导员116名。</p><p align="center"><img src="a.jpg" alt="讲座现场"></p><p style="text-align:center">讲座现场　林月 摄</p>
<p style="text-indent:2em"><strong>二是关爱帮扶。</strong>走访困难家庭260户，发放慰问金13万元。</p><div class="pager"><span class="now">1</span> <a href="2.html">2</a> <a href="2.html">下一页</a> <a href="9.html">尾页</a></div></div>
<div class="editor">责任编辑：周青</div><div class="related"><div class="related-title">相关稿件</div><ul><li><a href="1">全市妇女工作会议召开</a><span>2021-03-08</span></li><li><a href="2">最美家庭评选启动</a><span>2021-04-02</span></li></ul></div>
<div class="foot"><p>主办：青禾市人民政府办公室　承办：市数据局</p><p>网站标识码：4300000001　<a>湘ICP备00000001号-1</a>　<a>湘公网安备00000000000001号</a></p><p>地址：青禾市人民路1号　电话：0000-0000000</p></div></body></html>"""

# An old site built of tables: a menu at the left, entities for spaces in its labels, gb2312 declared.
OLD_SITE = """<html><head><meta charset="gb2312"><title>关于印发《青禾县妇女工作要点》的通知</title><META NAME="ArticleTitle" CONTENT="关于印发《青禾县妇女工作要点》的通知"><META NAME="PubDate" CONTENT="2020-03-12"><META NAME="Author" CONTENT=""><META NAME="ContentSource" CONTENT="县妇联"></head>
<body><table width="1000" align="center"><tr><td><img src="top.jpg"></td></tr><tr><td bgcolor="#c00"><a href="/">网站首页</a> | <a href="/a">机构概况</a> | <a href="/b">工作动态</a> | <a href="/c">通知公告</a></td></tr></table>
<table width="1000" align="center"><tr><td width="200" valign="top"><table><tr><td>通知公告</td></tr><tr><td><a href="x">县妇联公告一</a></td></tr><tr><td><a href="y">县妇联公告二</a></td></tr></table></td>
<td valign="top"><table class="info"><tr><td><b>索&nbsp;引&nbsp;号：</b></td><td>QH012-2020-00031</td><td><b>主题分类：</b></td><td>群团工作</td></tr><tr><td><b>发文机关：</b></td><td>青禾县妇女联合会</td><td><b>成文日期：</b></td><td>2020年3月10日</td></tr><tr><td><b>标&nbsp;&nbsp;&nbsp;题：</b></td><td colspan=3>关于印发《青禾县妇女工作要点》的通知</td></tr><tr><td><b>发文字号：</b></td><td>青妇字〔2020〕3号</td><td><b>发布日期：</b></td><td>2020年3月12日</td></tr></table>
<div align="center"><font size="5"><b>关于印发《青禾县妇女工作要点》的通知</b></font></div><div id="Zoom" class="TRS_Editor"><p>各乡镇妇联：</p><p>现将要点印发给你们，请结合实际抓好落实。</p><p align="right">青禾县妇女联合会</p><p align="right">2020年3月10日</p><p align="center">2020年青禾县妇女工作要点</p><p>一、思想引领</p><p>举办巾帼宣讲30场。</p><p>二、维权服务</p><p>培训维权干部120人。</p>
<table border="1"><tr><th rowspan="2">乡镇</th><th colspan="2">任务数</th></tr><tr><th>宣讲（场）</th><th>培训（人）</th></tr><tr><td>东镇</td><td>18</td><td>70</td></tr><tr><td>西镇</td><td>12</td><td>50</td></tr></table>
<p>附件：<a href="/uploadfiles/202003/1.xls">任务分解表.xls</a></p></div>
<div>【<a href="javascript:window.print()">打印本页</a>】【<a href="javascript:window.close()">关闭窗口</a>】</div><div>上一篇：<a href="p">关于开展走访的通知</a></div><div>下一篇：<a href="n">关于报送总结的通知</a></div></td></tr></table>
<table width="1000"><tr><td align="center">版权所有：青禾县妇女联合会　技术支持：某公司<br>访问量：123456</td></tr></table></body></html>"""

# The digital edition of a printed paper, built of tables.
PRINTED_PAPER = """<html><head><meta charset=gb2312><title>县报数字版</title></head><body><table width=100%><tr><td><a href=1>版面概览</a>
<a href=2>上一版</a></td></tr><tr><td><table><tr><td><h1>巾帼志愿服务进社区</h1></td></tr>
<tr><td>2021年03月08日 来源：青禾日报 作者：林月</td></tr><tr><td><div id=ozoom><p>　　3月7日，县妇联在东镇举办活动，参与妇女120人次。</p></div></td></tr></table></td></tr>
<tr><td><a href=a>上一篇</a> <a href=b>下一篇</a></td></tr></table></body></html>"""

# A news site: an article element with a byline, a disclaimer and buttons within it, what is hot beside it.
NEWS_SITE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>青禾妇联：为留守儿童点亮微心愿_青禾频道_某某网</title><meta property="og:title" content="青禾妇联：为留守儿童点亮微心愿"><meta name="keywords" content="妇联"></head><body>
<nav class="top"><a href="/">首页</a><a href="/n">新闻</a><a href="/v">视频</a></nav><div class="path"><a href="/">某某网</a> > <a href="/qh">青禾频道</a> > 正文</div>
<article><h1>青禾妇联：为留守儿童点亮微心愿</h1><div class="info"><span>来源：某某网</span> <span>作者：林月</span> <span>编辑：周青</span> <span>2021-06-01 09:15:22</span></div>
<section><p>某某网青禾6月1日讯（记者 林月 通讯员 周青）5月31日，青禾县妇联联合爱心企业走进东镇小学，为86名留守儿童送去书包和文具。</p><p>活动现场，12名“爱心妈妈”与孩子结对。截至目前，全县已结对帮扶儿童430名，募集善款28.6万元。</p></section>
<div class="copyright">声明：本网站所刊载信息，不代表本网观点。</div><div class="vote"><a>点赞</a><a>收藏</a></div></article>
<aside class="hot"><h3>热门推荐</h3><ul><li><a href="1">山村里的电商课堂</a></li><li><a href="2">巾帼志愿者在行动</a></li></ul></aside><div class="next">阅读下一篇：<a href="x">全县家庭教育工作推进会召开</a></div><footer>某某网版权所有 未经授权禁止转载</footer></body></html>"""
