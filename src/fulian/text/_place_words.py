"""Place names that are also words, or that neighbouring words can form: what running text may not be taken for."""

from __future__ import annotations

__all__ = ["NEEDS_EVIDENCE", "NOT_AFTER", "ORDINARY_AREAS", "ORDINARY_WORDS"]

# Short names of prefectures that running text also has as a word (大同, 来宾, 安康) or across two words (强|大庆…,
# 规|定西, 创|新乡, 平|安阳): alone they are no mention.
NEEDS_EVIDENCE = frozenset(
    "三明 东川 中卫 中山 丽水 万县 乐山 云浮 保定 保山 信阳 兴安 六安 内江 凉山 北海 南平 南通 吉安 和田 吴忠 四平 固原 大同 "
    "大庆 大理 大连 天水 安庆 安康 安阳 安顺 定西 山南 广安 德阳 新乡 新余 日照 朝阳 来宾 松花江 海东 海北 海西 淮北 淮南 玉树 "
    "白城 白山 白银 红河 宿县 资阳 通化 长春 长治 阿里 黄山 黄南 黑河 开封 文山 宣城 延边 本溪 金华 武威 平凉 宁德 成都 "
    "宜宾 临沧".split()
) - {"成都", "延边", "宁德", "宜宾", "临沧", "武威", "本溪"}

# What may not stand before a name, since it takes the name's first character away: 隆|重庆|祝, 建|成都|市圈, 日|常德|育.
NOT_AFTER = {
    "重庆": "隆",
    "成都": "建形完达构促生变",
    "常德": "日正经平非如照",
    "益阳": "公收效权利受有",
    "怀化": "关",
    "衡阳": "平均",
    "庆阳": "国喜大重欢",
    "上海": "以向",
    "山东": "中佛唐鞍黄乐舟眉文白保泰华江",
    "山西": "中佛唐鞍黄乐舟眉文白保泰华江太",
    "江西": "长湛丽九镇",
    "江苏": "长湛丽九镇",
    "河南": "黄运淮",
    "河北": "黄运淮",
    "湖南": "庭西东太",
    "湖北": "庭西东太",
    "海南": "沿近",
    "海口": "入出",
    "广东": "推",
    "广西": "推",
    "西安": "东",
    "镇江": "乡城",
    "贵阳": "宝高",
    "南阳": "城",
    "青海": "",
}

# Names with 区 or 县 that running text also has as a common noun: a mention only beside another place or a body's word.
ORDINARY_AREAS = frozenset(
    "老城区 新城区 市中区 新市区 东城区 西城区 城中区 城东区 城西区 城北区 城区区 城郊区 新建区 新建县 平安区 平安县 解放区 "
    "中原区 南山区 东山区 西山区 北山区 青山区 江南区 江北区 江东区 市南区 市北区 河东区 河西区 和平区 和平县 安定区 友好区 "
    "前进区 太平区 新兴区 光明区 红旗区 向阳区 高新区 新民市 东方市 开发区 港口区 海港区 河口区".split()
)

# Short names of counties that are everyday words: only 妇联 or a list of sure names makes them places.
ORDINARY_WORDS = frozenset(
    "和平 东方 平安 新城 城关 通道 新华 建设 解放 友好 前进 胜利 光明 安定 大方 开化 方正 新建 新兴 兴业 太平 向阳 红旗 高明 "
    "公安 民主 民和 互助 团结 幸福 文化 工农 郊区 城区 城中 城东 城西 城北 市中 市南 市北 东城 西城 中原 青山 高新 桥东 桥西 "
    "路南 路北 河东 河西 江南 江北 江东 江海 海港 港口 开平 新民 大通 中方 洪江 凤凰 双峰 双牌 桃源 安化 安仁 安福 安远 "
    "新县 新会 长安 长治 长乐 长春 长兴 长子 青年 南山 北山 东山 西山 中山 白云 白银 海南 南海 东海 西湖 东湖 南湖 太湖 "
    "永定 永和 永兴 永安 永顺 武功 通海 大化 大同 大厂 合作 同心 共和 平和 泰和 安乡 安居 康乐 德安 德化 德兴 富裕 富民 "
    "惠民 利民 为民 兴国 兴山 建德 建华 建宁 建平 建始 建水 建阳 建邺 进贤 礼泉 仁和 仁化 仁怀 尚志 文安 文成 文登 习水 "
    "新安 新和 新河 新丰 新平 新泰 新洲 新余 阳光 阳春 正定 正安 正阳 忠县 自流井 金山 金水 金乡 金家庄 勐海 海晏 上街 "
    "上思 上高 上林 上城 下城 天等 天台 天长 天门 天山 天河 天元 天桥 万年 万全 万安 万宁 五常 五台 五河 五华 五大连池 "
    "七星 八步 九龙 九原 三门 三原 三台 四会 二道 大名 大城 大港 大东 大石桥 大兴 大足 大田 大余 大新 大关 大安 大英 "
    "大荔 大武口 大悟 大冶 花山 花园 花都 花溪 桃城 桃山 桃江 红花岗 荷塘 芦淞 石峰 石鼓 岳塘 雨花 雨湖 天心 开福 岳麓 "
    "芙蓉 望花 立山 西乡 北湖 苏仙 珠晖 雁峰 蒸湘 赫山 鼎城 武陵 冷水滩 零陵 双清 大祥 北塔 君山 云溪 岳阳楼".split()
)
