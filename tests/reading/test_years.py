"""Which years a document is about: by its date lines, and over several years."""

from __future__ import annotations

import pytest

from fulian.reading import read_text


def periods(text: str) -> list[str]:
    """For when the figures of a text are."""
    return [str(one.period) for one in read_text(text).observations]


@pytest.mark.parametrize(
    "line",
    [
        "发布时间2023年11月11日  来源：石滩县妇联",
        "2023-11-11 王小云",
        "11.11.2023 09:34",
        "2023-11-11",
        "江淮研究 2023年11期",
    ],
)
def test_a_date_line_is_no_title(line: str) -> None:
    """It belongs to the byline, whatever stands before or behind the day."""
    document = read_text(
        f"巧手织出新生活\n{line}\n县妇联组织手工培训12期，培训妇女410人次，全县妇女受益良多。"
    ).document
    assert document.title is not None
    assert document.title == "巧手织出新生活"


@pytest.mark.parametrize(
    ("title", "opening", "plans"),
    [
        ("培训工作通报", "2020年1—9月，全县培训妇女300人。", "2020"),
        ("培训工作汇报", "2020年前三季度，全县培训妇女300人。", "2020"),
        ("培训工作汇报\n（2020年6月20日）", "今年以来，全县培训妇女300人。", "2020"),
        ("2020年工作总结", "一年来，全县培训妇女300人。", "None"),
        ("工作汇报\n（2020年12月20日）", "今年以来，全县培训妇女300人。", "None"),
    ],
)
def test_a_report_on_part_of_a_year_plans_for_the_rest_of_it(title: str, opening: str, plans: str) -> None:
    """下一步 is still in the year; after a whole year it may be any time."""
    text = f"泾川县妇联{title}\n{opening}\n一、培训\n办班5期。\n二、下一步打算\n1.培训妇女200人。\n2.建成家长学校5所。"
    assert periods(text)[-2:] == [plans, plans]


def test_a_report_of_spring_on_spring_is_of_its_own_year() -> None:
    """Signed on 12 March, telling of 1 to 8 March and of no later month: nothing of the year before."""
    end = "泾川县妇联\n2009年3月12日"
    assert periods(f"维权周活动情况汇报\n3月1日至8日，全县发放资料2600份。\n{end}") == ["2009-03"]
    assert periods(f"工作情况汇报\n全县3月8日发放资料2600份。6月1日慰问儿童90名。\n{end}") == ["2008-03", "2008-06"]


def test_the_second_half_is_planned_in_a_report_on_the_first() -> None:
    """下半年，要办班 in a paragraph of its own: targets of the same year's second half."""
    text = "泾川县妇联2010年上半年工作总结暨下半年工作安排\n上半年，举办培训班12期。\n下半年，要举办培训班15期。"
    found = [(str(one.status), str(one.period)) for one in read_text(text).observations]
    assert found == [("actual", "2010-S1"), ("target", "2010-S2")]


def test_who_was_elected_was_so_on_that_day() -> None:
    """选举产生第五届执行委员55名 is no state of a term; 第五届人大代表 is."""
    text = "泾川县妇代会召开\n2021-12-02\n大会选举产生第五届执行委员55名。全县第五届人大代表中女性占18%。"
    assert periods(text) == ["2021", "None"]


def test_a_time_behind_an_items_number_is_one() -> None:
    """2.2020年, 3.五年来: the number with its point is no part of it."""
    text = "泾川县“十三五”规划终期评估\n1.2019年，新建5所。\n2.2020年，新建8所。\n3.五年来，培训妇女900人。"
    assert periods(text) == ["2019", "2020", "2016/2020"]


def test_since_july_is_no_half_year() -> None:
    """7月以来, in a report on a quarter: the months from then on."""
    assert periods("泾川县妇联2023年第三季度工作总结\n7月以来，办班32场。") == ["2023"]


def test_what_a_body_was_told_to_do_begins_no_plan() -> None:
    """根据县委统一部署，2019年…: the year is told all the same."""
    text = "泾川县妇联整改情况的通报\n根据统一部署，2019年3月10日至4月20日，开展了巡察。\n已整改9处，制定制度6项。"
    assert periods(text) == ["2019", "2019"]


def test_when_a_body_was_founded_dates_no_figure() -> None:
    """成立于1956年 is not carried on to what the body has."""
    text = "泾川县妇女联合会简介\n泾川县妇联成立于1956年，有干部6人。全县有村妇代会230个。"
    assert "1956" not in periods(text)


def test_the_day_may_come_first() -> None:
    """As foreign sites print it."""
    published = read_text("巧手织出新生活\n11.12.2023 09:34\n县妇联组织手工培训12期，全县妇女受益。").document.published
    assert str(published) == "2023-12-11"


def test_what_is_later_than_a_text_is_still_to_come() -> None:
    """2009年至2010年将… dates no report that was published in 2009."""
    text = "检查惠及妇女\n2009年10月24日 15:13新华网\n2009年至2010年省里将出资900万元。今年已为1.3万人检查。"
    assert periods(text) == ["2009/2010", "2009"]


def test_news_of_january_tells_of_january() -> None:
    """A report of the year before says so: by its title, or by 全年, 去年 and their like."""
    text = "手工展开幕\n2016-01-06 09:34\n1月5日，全省妇女手工展开幕。展出作品540件。"
    assert periods(text)[-1] == "2016-01" or periods(text)[-1] == "2016"
    text = "手工工作总结\n2016-01-06 09:34\n全年举办全省妇女手工展5次，展出作品540件。"
    assert periods(text) == ["2015", "2015"]


@pytest.mark.parametrize(
    "head", ["石滩县妇联五年工作回顾\n2021年11月5日\n", "巾帼花开\n2021年11月5日\n五年来，县妇联服务大局。\n"]
)
def test_a_review_of_five_years_is_of_all_of_them(head: str) -> None:
    """But 今年, 现有 and a rate are of the last, and a year that is named is that year."""
    text = head + "开展宣讲300场。\n2019年，全县新建妇女之家12个。\n全县现有女党员3200名，占党员总数的26%。\n"
    text += "妇女参保率达97%。\n今年1至10月，检查妇女5000人。"
    found = [one for one in read_text(text).observations if one.quantity.unit != "年"]
    assert [str(one.period) for one in found] == ["2017/2021", "2019", "2021", "2021", "2021", "2021"]


def test_a_list_of_deeds_for_the_people_is_a_plan() -> None:
    """十件…实事 as a heading announces what will be done."""
    text = "新的一年，县妇联将振奋精神。\n2019年县妇联八件妇女儿童实事\n1、培训农村妇女900人。\n2、检查妇女6000人。\n"
    assert {str(one.status) for one in read_text(text).observations if one.quantity.unit == "人"} == {"target"}


def test_the_name_of_a_campaign_is_no_plan() -> None:
    """行动 alone names a campaign; with 方案 or 计划 behind it, it names a plan."""
    text = "巾帼共富行动\n1996年4月，市妇联下发意见。全市建立了联系点430个。"
    assert {str(one.status) for one in read_text(text).observations} == {"actual"}
    text = "巾帼共富行动方案\n建立联系点430个，培训妇女900人。"
    assert {str(one.status) for one in read_text(text).observations} == {"target"}


def test_the_place_of_a_township_told_of_is_not_the_writer() -> None:
    """全乡 speaks of the township named before it; the county's federation is the one that the text names."""
    text = "来料加工稳步发展\n在东阳市湖溪乡，妇女正在做手工。全乡从业人员2100人，全乡发放加工费900万元。\n"
    text += "东阳市妇联组织技能培训63期。"
    found = read_text(text).observations
    assert str(found[-1].organization) == "东阳市妇联"


def test_a_hall_in_the_own_city_names_the_city() -> None:
    """在…行政中心举办 is at home; in …召开 alone may be elsewhere."""
    text = "我市妇女创业有成，市妇联在丽水市行政中心举办共富展。全市有经纪人2500人。"
    assert str(read_text(text).observations[0].organization) in ("丽水市", "丽水市妇联")


def test_news_of_deeds_is_no_plan() -> None:
    """本报讯, 记者, 近日 … tell what happened, where no goal is spoken of."""
    text = "城乡妇女健康讲座举办\n本报讯 4月12日上午，全市健康讲座在市妇幼保健院举办。检查妇女26万人，检查率100%。"
    assert {str(one.status) for one in read_text(text).observations} == {"actual"}


def test_when_a_federation_was_founded_is_not_its_year() -> None:
    """成立于1988年 says how old it is, not what the text is about."""
    text = (
        "海南省妇联简介\n发布时间：2022-05-18\n海南省妇联成立于1988年10月31日，前身可追溯到1925年。\n全省妇女420万人。"
    )
    assert periods(text)[-1] == "2022"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2012年，全市妇联系统发放贷款5亿元，增速居全省前列，为巴中发展作出贡献。", "巴中市"),
        (
            "今年，我市16人受表彰。南平市妇联、武夷山市妇联、邵武市一社区和建瓯市一幼儿园获评先进，建档9份。",
            "南平市妇联",
        ),
        ("7月4日，天津市津南区人民法院发布白皮书。据悉，审理案件930件。", "天津市津南区人民法院"),
    ],
)
def test_whose_a_text_is(text: str, name: str) -> None:
    """The only place that fits; the city whose counties are named; a court that tells of itself."""
    assert name in {str(one.organization) for one in read_text(text).observations}


def test_figures_that_nobody_plans_tell_deeds() -> None:
    """1837名, 1.46亿元 were counted; round numbers and aims make a plan."""
    text = "一、优化环境\n召开座谈会，走访女能手。\n二、扶持创业\n会同银行制定办法，设立窗口，派出辅导员，开办讲堂。"
    counted = "全市向1837名女农户发放贷款1.46亿元，送法进村，开通热线，建起托管点，方便妇女办事。"
    assert {str(one.status) for one in read_text(text + counted).observations} == {"actual"}
    aimed = "力争全市向1837名女农户发放贷款1.46亿元，送法进村，开通热线，建起托管点。"
    assert {str(one.status) for one in read_text(text + aimed).observations} == {"target"}


def test_a_year_gone_by_is_the_calendar_year_before() -> None:
    """过去一年 in the news of a spring's meeting."""
    text = "县妇联召开执委会\n2015-04-01\n执委会于3月26日召开。过去一年，县妇联帮助妇女96人。全年接访140件次。"
    assert periods(text) == ["2014", "2014"]


def test_news_of_one_place_is_that_places() -> None:
    """A county that is named twice, and no other beside it."""
    text = "本报讯 近期，禄劝彝族苗族自治县举办培训班。培训妇女1260人。下一步，禄劝县将继续依托家长学校开课。"
    found = read_text(text).observations
    assert "禄劝" in str(found[-1].organization)


def test_news_of_yesterday_is_of_the_year_it_was_printed() -> None:
    """昨日 tells when it was written, whatever earlier years it looks back at."""
    text = "健康快车开赴各地\n2015年11月26日\n40辆健康快车昨日开赴各地。2014年，妇联购置30辆。"
    assert periods(text)[-2:] == ["2015", "2014"]


def test_a_chronicle_of_a_county_tells_deeds_by_their_own_years() -> None:
    """A 县志 is no plan; a month is of the year that its paragraph said last, and 同年 is that year."""
    text = (
        "凤山县志\n人民团体\n妇女工作 1981年3月，县妇联举办培训班，培训62人。9月，在城关镇培训骨干45人。1985～1988年，支出18.5万元。"
        "1990年，接待来访37件。1993年4月，组织家长250人参加竞赛。1996年8月，县妇联举办骨干培训班，培训58人。同年，有家长学校210个。"
    )
    assert periods(text) == ["1981-03", "1981-09", "1985/1988", "1990", "1993-04", "1996-08", "1996"]
    assert {str(one.status) for one in read_text(text).observations} == {"actual"}
    volunteers = "志愿服务计划\n全县培训志愿者200人。"
    assert {str(one.status) for one in read_text(volunteers).observations} == {"target"}


@pytest.mark.parametrize("title", ["靖江年鉴2011", "2011年靖江年鉴"])
def test_a_year_book_tells_of_the_year_before(title: str) -> None:
    """The volume of 2011 tells what was done in 2010."""
    assert periods(f"{title}\n【培训】 市妇联举办培训班14期，培训妇女630人。") == ["2010", "2010"]


def test_what_is_at_present_ends_with_its_part_of_a_sentence() -> None:
    """News of March on the year before: 目前 reaches to the semicolon, 截至目前 over the whole sentence."""
    head = "某市召开纪念大会\n2019-03-07 10:20:00 来源：大众网\n主席介绍，2018年，全市各级妇联大力实施巾帼行动，全年办班8期。"
    assert periods(f"{head}目前，共有示范基地3个；争取资金12万元。")[-2:] == ["2019", "2018"]
    assert periods(f"{head}截至目前，共有示范基地3个；争取资金12万元。")[-2:] == ["2019", "2019"]


@pytest.mark.parametrize("paper", ["自贡日报 2019-04-22 01:01", "海宁女报2019-04-22", "中国妇女网 2019-04-22 08:30:11"])
def test_a_paper_and_its_day_are_no_title(paper: str) -> None:
    """The day that a paper's name stands before is the day of the text."""
    document = read_text(f"自贡落实两纲\n{paper}\n本报讯 全市已为4.5万名妇女进行免费检查。").document
    assert str(document.published) == "2019-04-22"
    assert document.title is not None
    assert "2019" not in str(getattr(document.title, "text", document.title))


def test_a_county_in_a_row_is_not_the_one_that_reports() -> None:
    """Counties that are honoured beside three others of their city: the city tells."""
    text = (
        "各级妇联组织攻坚克难\n2017年，全市妇联改革创新，为茂名发展贡献力量，较好地完成了年初定下的各项工作。关爱茂名困境儿童活动获好评。"
        "市妇联获一等奖，茂南区、电白区、信宜市、高州市、化州市妇联分获优秀奖，擦亮茂名品牌。"
        "茂名、信宜、高州市妇联被评为先进单位；高州市妇联获先进集体称号。\n去年，市妇联筹集帮扶款38.5万元。"
    )
    assert str(read_text(text).observations[-1].organization).startswith("茂名市")


@pytest.mark.parametrize("site", [" _罗田新闻网", "-罗田新闻网"])
def test_the_site_that_a_title_ends_with_is_the_places_own(site: str) -> None:
    """我县 on the page of a county's news site."""
    text = f"省妇联在我县开展救助活动{site}\n3月10日，省妇联在我县开展慰问活动，黄冈支公司为我县妇女捐赠物资9000元。"
    assert str(read_text(text).observations[0].organization).startswith("罗田县")


@pytest.mark.parametrize("words", ["现将一年工作做如下总结：", "现将全年工作情况汇报如下："])
def test_what_a_text_calls_itself_goes_before_its_title(words: str) -> None:
    """A collection calls it 工作计划 and it says that it sums up."""
    head = "妇联工作计划\n社区妇联在镇党委的领导下，以服务妇女为根本任务，"
    tail = "\n在校学生52人、外来工子女9人，举办讲座4场。"
    assert {str(one.status) for one in read_text(f"{head}{words}{tail}").observations} == {"actual"}
    assert {str(one.status) for one in read_text(f"{head}现将工作安排如下：{tail}").observations} == {"target"}


def test_what_news_of_this_year_announces_is_of_this_year() -> None:
    """今年 in an outlook that news of July ends with."""
    text = "某区妇联召开推进会\n发布时间：2020-07-14 03:40:48\n7月14日上午，区妇联召开推进会。据悉，今年7-11月份妇联将开展6场讲座。"
    assert periods(text) == ["2020"]


@pytest.mark.parametrize(("month", "year"), [("12", "2017"), ("1", "2018")])
def test_news_of_a_later_month_than_its_page_is_of_the_year_before(month: str, year: str) -> None:
    """A page of January with news of November."""
    text = f"南村开展讲座\n2018-01-21 10:40:03\n今日湖北网讯（通讯员/甲乙） {month}月4日，南村人口学校举办讲座。123名妇女听课。"
    assert periods(text) == [year]


@pytest.mark.parametrize("again", ["今年，又", "今年又"])
def test_this_year_again_is_not_the_year_just_named(again: str) -> None:
    """2009年 and then 今年，又: a year that nobody says."""
    text = f"丽江市妇联多方争取项目。\n2009年，新设妇女学校85所。{again}增加12所。\n今年，募集善款4.2万元。"
    assert periods(text) == ["2009", "None", "None"]


def test_a_report_on_a_five_year_plan_is_of_its_years() -> None:
    """“十二五”工作总结 covers five years; 中期 and 以来 tell of years that the title does not say."""
    body = "一、服务发展\n举办培训班46期。\n二、依法维权\n接待来访310件。"
    assert periods(f"泾川县妇联“十二五”工作总结\n{body}") == ["2011/2015"] * 2
    assert periods(f"泾川县“十二五”妇女发展规划中期评估报告\n{body}") == ["None"] * 2
    assert periods(f"泾川县妇联“十四五”以来工作综述\n{body}") == ["None"] * 2


def test_a_newspapers_page_dates_a_text() -> None:
    """As an archive of newspapers prints it: name, year, month, day, page."""
    document = read_text(
        "巧手绣出好日子\n泾川日报/2023 年/5 月/9 日/第 002 版\n县妇联组织刺绣培训12期，培训妇女410人。"
    ).document
    assert str(document.published) == "2023-05-09"


def test_an_account_of_a_plans_years_is_no_plan() -> None:
    """纪实 at a title's end makes it a report, whatever plan it is an account of."""
    text = "春风化雨润花开——泾川县实施妇女发展规划纪实\n全县建成妇女之家160个，培训妇女900人。"
    assert {str(one.status) for one in read_text(text).observations} == {"actual"}


def test_the_day_that_opens_a_paragraph_of_an_annal_dates_it() -> None:
    """Where no year is known, what follows in the paragraph is of the day that it opens with."""
    text = (
        "泾川县志\n1957年4月，县妇联成立。配主任1名，干事3名。\n1962年6月，县妇联撤销。\n1973年8月，县妇联恢复。设委员15人。\n"
        "1981年2月，设办公室。干部6人。\n1986年，编制8人。\n1990年，编制9人。"
    )
    assert periods(text) == ["1957-04", "1957-04", "1973-08", "1981-02", "1986", "1990"]


@pytest.mark.parametrize(
    "items", ["（一）推进就业。帮扶800人。\n（二）关爱儿童。走访900户。", "一是帮扶800人。\n二是走访900户。"]
)
def test_what_news_announces_is_planned(items: str) -> None:
    """Items behind 将着力做好以下工作： are plans, of the year in which the news was printed."""
    text = "嘉鱼县妇联传达会议精神\n来源：嘉鱼县妇联 日期：2014-02-20\n2月18日，县妇联召开会议，60人参加。\n"
    found = read_text(f"{text}今年，县妇联将着力做好以下工作：\n{items}").observations
    assert [(str(one.status), str(one.period)) for one in found] == [
        ("actual", "2014-02"),
        ("target", "2014"),
        ("target", "2014"),
    ]


def test_what_a_meeting_decides_for_a_year_is_to_come() -> None:
    """总结了2016年工作并部署了2017年工作, 决定2017年市妇联将…: a report on the former year, a plan for the latter."""
    text = "1月9日，辽阳市妇联召开执委会，70人参加。会议总结了2016年工作并部署了2017年工作。"
    text += "会议决定2017年市妇联将集中力量办好实事。一是培训900人。二是建站30个。"
    found = read_text(text).observations
    assert [(str(one.status), str(one.period)) for one in found] == [
        ("actual", "2017-01"),
        ("target", "2017"),
        ("target", "2017"),
    ]


@pytest.mark.parametrize(
    ("opening", "period"),
    [
        ("“十四五”以来，市妇联积极作为。五年来成绩可喜。", "2021/2025"),
        ("“十三五”期间，市妇联积极作为。", "2016/2020"),
        ("“十四五”以来，市妇联积极作为。", "None"),
    ],
)
def test_a_five_year_plan_dates_a_text_without_a_year(opening: str, period: str) -> None:
    """Where no year is printed, 期间 says the whole plan, and 以来 only beside 五年来."""
    found = read_text(f"巾帼风采\n{opening}\n数字背后\n全市举办讲座900场，受益3万人。").observations
    assert [str(one.period) for one in found if one.quantity.unit in ("场", "人")] == [period, period]


def test_a_text_on_our_country_is_the_nations() -> None:
    """我国 twice, or once under a title with 中国, and no other body; 全县 is a county's."""
    for text in (
        "《中国妇女发展纲要》监测报告\n我国女性就业人员占43.5%。",
        "留守儿童状况\n我国有留守儿童900万人。我国农村学校增加。",
    ):
        assert {str(one.organization) for one in read_text(text).observations} == {"全国"}
    county = "留守儿童状况\n全县有留守儿童900人，我国农村学校增加，我国重视儿童。我县学校80所。"
    assert {str(one.organization) for one in read_text(county).observations} == {"None"}


def test_a_goal_that_was_reached_heads_no_plan() -> None:
    """■…达到30%以上的规划目标。 is a statement, of the report's year."""
    text = "全市妇女事业\n2015年，女性平均预期寿命达到81岁。\n■村委会中女性比例达到30%以上的规划目标。\n■得到法律援助的妇女70人。\n"
    found = read_text(text).observations
    assert [str(one.period) for one in found] == ["2015", "2015", "2015"]


@pytest.mark.parametrize(
    "line",
    [
        "www.example.com 2013-01-06 09:30 来源：某报",
        "2013年1月6日17:29 | 来源：某网",
        "2013年1月6日 星期日",
        "【发布日期】2013-01-06 【来源】某网",
        "发表于 2013-01-06 09:52:44 | 查看 31",
        "2013-1-6 16:01:07 来源：临县妇联 点击：",
    ],
)
def test_a_line_with_a_day_and_what_a_site_says_beside_it_dates_a_page(line: str) -> None:
    """Site, day, source and clicks make a date line, so that a spring's news of 全年 is of the year before."""
    reading = read_text(f"临县妇联扶持妇女创业\n{line}\n全年临县妇联举办培训班12期。\n全年走访慰问困难妇女20人。")
    assert str(reading.document.published) == "2013-01-06"
    assert [str(one.period) for one in reading.observations] == ["2012", "2012"]


def test_lines_under_a_papers_day_are_its_title() -> None:
    """Where nothing stands over the date line, the short lines under it are no notes of the site."""
    text = "2014年12月28日 星期日\n我省助学项目\n帮扶女童900多名\n日前，海南省妇联召开会议，80人参加。"
    assert [one.quantity.text for one in read_text(text).observations] == ["900多名", "80人"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("浙江省人民政府关于印发浙江省儿童事业发展规划的通知\n1、婚检率达到90%。\n2、接生率达到90%。", "浙江省"),
        ("总结\n承接贵港市实事，贵港市下达任务。区妇联在全区走访90人，我区建站3个。", "区妇联"),
        ("巾帼脱贫\n各级妇联行动起来。其中河南省妇联办班90期。山西省建站5个，山西省走访90人。全省妇女受益。", "None"),
    ],
)
def test_whose_a_text_of_several_places_is(text: str, name: str) -> None:
    """A title may name its place twice; a district's text is not its city's; one federation of several provinces' is a guest."""
    reading = read_text(text)
    bodies = [plan.issuer for plan in reading.plans] + [report.organization for report in reading.reports]
    assert [str(body) for body in bodies] == [name]


def test_what_a_study_found_is_of_the_year_of_its_survey() -> None:
    """本次调查于2017年进行, printed in 2018."""
    text = "家庭教育现状调查\n2018-07-28\n本次调查于2017年8月进行，由江阴市妇联组织。\n共回收问卷900份。"
    assert [str(one.period) for one in read_text(text).observations] == ["2017"]


def test_a_meeting_that_arranges_a_year_sums_up_the_one_before() -> None:
    """过去的一年 in news that says no other year than that of the work to come."""
    text = "凝聚力量再出发\n市妇联召开执委会，研究部署2021年任务。\n过去的一年，市妇联开展宣讲83场，培训妇女3120人次。"
    assert periods(text) == ["2020", "2020"]


def test_who_wrote_a_page_stands_with_its_day() -> None:
    """A name and a day under the title belong to neither title nor text."""
    document = read_text("妇女第二次代表大会\n林小青  2014-07-21\n大会于1984年5月6日召开，出席代表312人。").document
    assert str(document.published) == "2014-07-21"
    assert document.title == "妇女第二次代表大会"


def test_the_year_of_a_mark_dates_nothing() -> None:
    """达到2010年终期目标要求 says what was reached, not when."""
    text = "泾川县实施妇女发展纲要情况汇报\n2008年底，可量化指标46项，已有41项达到2010年终期目标要求，达标率89.1%。"
    assert periods(text) == ["2008", "2008", "2008"]


def test_honours_of_the_nation_are_not_the_nations() -> None:
    """全国“巾帼文明岗”3个 is the city's, 全国2.6亿个家庭 the nation's; 近年来 opens a paragraph on whom it names."""
    text = "全省工作推进会召开\n近年来，漳州市妇联积极行动。目前，全市共有全国“巾帼示范村”3个，省级“巾帼示范村”21个。"
    assert {str(one.organization) for one in read_text(text).observations} == {"漳州市"}
    text = "泾川县妇联2015年工作总结\n据调查，全国2.6亿个家庭中，有三成需要指导。全县开办家长学校60所。"
    assert [str(one.organization) for one in read_text(text).observations] == ["全国", "全国", "泾川县"]


def test_what_a_year_will_bring_is_told_in_the_year_before() -> None:
    """2013年将… in a title of January is news of plans; 过去一年 is then 2012, and 今年 2013."""
    text = "泾川县妇联2013年将培训更多妇女\n来源：平凉日报 发布时间：2013年01月25日\n过去的一年，县妇联培训妇女640人，发放贷款325万元。今年计划培训900人。"
    assert periods(text) == ["2012", "2012", "2013"]


def test_a_report_that_speaks_of_since_and_this_year() -> None:
    """2007年以来 and 今年, and no other year: of that year."""
    text = "县妇联特色工作汇报\n泾川县妇联一班人在2007年以来团结一致。\n今年3月，全县选出妇代会主任43名。今年评选示范户25户。"
    assert periods(text) == ["2007-03", "2007"]


def test_rates_after_many_years_are_of_their_end() -> None:
    """40年来 opens a paragraph: a rate is of the last year, what was done of all of them."""
    text = "泾川县妇女事业综述\n2018-11-20\n40年来，全县妇幼保健不断进步。住院分娩率达到99.1%。建成妇幼保健站21个。"
    assert periods(text) == ["2018", "1979/2018"]


def test_news_of_these_days_is_of_the_year_it_was_printed() -> None:
    """近日 tells when it was written: 2009年落户 is only looked back at."""
    text = "健康快车开进泾川县\n2013-08-08 10:21 来源：平凉日报\n近日，健康快车8辆落户泾川县。健康快车于2009年落户甘肃。\n几年来，出诊734次。"
    assert periods(text) == ["2013", "2013"]


@pytest.mark.parametrize(("paper", "name"), [("平凉日报", "平凉市"), ("泾川女性网", "None"), ("甘肃日报", "None")])
def test_the_paper_of_a_city_names_it(paper: str, name: str) -> None:
    """我市 in a city's own paper is that city; a county's or a province's paper says nothing of a city."""
    text = f"妇女儿童工作综述\n来源：{paper} 作者： 发表时间：03-09 15:02\n2015年，我市各级妇女组织举办培训班65期，培训妇女963名。"
    assert {str(one.organization) for one in read_text(text).observations} == {name}


def test_a_township_with_a_citys_name_speaks_for_itself() -> None:
    """武进区洛阳镇妇联 is no body of 洛阳, and what the bare 洛阳镇妇联 does is its own."""
    text = (
        "3月10日，武进区洛阳镇妇联召开执委会，总结洛阳镇妇联工作。武进区妇联副主席出席会议。\n"
        "会议增补洛阳镇妇联三届执委24人。洛阳镇妇联将继续办好学校。"
    )
    assert [str(one.organization) for one in read_text(text).observations] == ["武进区洛阳镇妇联"]


def test_so_many_years_in_a_headline() -> None:
    """泾川县5年为…名妇女: the figure is of all of them."""
    text = "泾川县5年为1300名妇女提供免费检查\n2019-01-18 08:40\n五年来，泾川县妇联为29名患者发放救助金31万元。"
    assert [str(one.period) for one in read_text(text).observations if one.quantity.unit != "年"] == ["2015/2019"] * 3


def test_a_mid_term_report_is_of_the_middle() -> None:
    """中期评估 of 2011–2020 is of the latest year it tells of, else of 2015."""
    head = "琼海市妇女发展规划（2011-2020年）中期评估报告\n一、妇女与健康\n"
    assert periods(f"{head}住院分娩率达到99.8%。") == ["2015"]
    assert periods(f"{head}2016年，住院分娩率达到99.8%。") == ["2016"]


def test_a_report_to_a_congress_covers_the_years_of_its_first_heading() -> None:
    """五年来的工作 are the five years up to the congress, 今后五年 the next five."""
    text = (
        "谱写新篇章\n——在泾川县妇女第八次代表大会上的工作报告\n2016年12月8日\n一、五年来的工作\n举办培训班320期。\n"
        "二、今后五年的目标任务\n新建妇女之家50个。"
    )
    assert [str(one.period) for one in read_text(text).observations if one.quantity.unit != "年"] == [
        "2012/2016",
        "2017/2021",
    ]


def test_a_title_that_looks_back_on_a_plan_covers_all_of_it() -> None:
    """“十二五”期间工作回眸: the plan is over; 期间 alone may be under way."""
    assert periods("泾川县妇联“十二五”期间贷款工作回眸\n发放贷款2亿元，扶持妇女600人。")[0] == "2011/2015"


def test_a_heading_with_a_later_year_opens_plans() -> None:
    """2021年重点工作, in a report on the five years to 2020: nothing of it is done."""
    text = "泾川县妇联“十三五”工作总结\n一、“十三五”工作回顾\n办班320期。\n二、2021年重点工作\n（一）办班20期。\n（二）慰问家庭60户。"
    found = [(str(one.period), one.status.value) for one in read_text(text).observations]
    assert found == [("2016/2020", "actual"), ("2021", "target"), ("2021", "target")]


def test_a_report_to_a_congress_is_of_the_year_it_meets() -> None:
    """Whichever year it tells of last, and whoever is greeted before its first heading."""
    text = (
        "在泾川县第八次妇女代表大会上的报告\n（2016年12月8日）\n王小云\n各位代表、同志们：\n现在，我向大会作报告。\n"
        "一、过去五年的工作\n——五年来，举办培训班320期，会员由2011年的300人增长到1800人。2015年，接访60件。"
    )
    found = [str(one.period) for one in read_text(text).observations if one.quantity.unit != "年"]
    assert found == ["2012/2016", "2011", "2016", "2015"]


def test_of_two_plans_in_a_title_the_first_is_reviewed() -> None:
    """“十三五”工作总结和“十四五”工作思路: deeds of the one, targets of the other."""
    text = "泾川县妇联“十三五”工作总结和“十四五”工作思路\n一、“十三五”工作回顾\n培训妇女2.7万人次。\n二、“十四五”工作思路\n培训妇女3万人次。"
    assert periods(text) == ["2016/2020", "2021/2025"]


@pytest.mark.parametrize(
    ("title", "name"),
    [("琼中县营根镇2013年妇女工作要点", "琼中县营根镇"), ("太和镇妇联2013年工作要点", "太和镇妇联")],
)
def test_a_township_in_a_title(title: str, name: str) -> None:
    """The township that a title opens with, whatever county stands before it, and with 和 in its name."""
    assert {str(one.organization) for one in read_text(f"{title}\n一、培训\n举办培训班3期。").observations} == {name}


def test_news_of_its_own_days_is_of_the_year_it_was_printed() -> None:
    """3月4日, 3月5日 on a page of 6 March: 去年 in it makes no report on the year before; each paragraph is of its county."""
    text = (
        "我市各县区庆祝节日\n2010-03-06\n●3月4日，苍梧县举行趣味比赛。该县组成40多支队伍。\n"
        "●3月5日，藤县县委和县妇联举行演讲比赛，对去年的先进给予表彰。来自该县各乡镇的50多名妇女参赛。\n"
        "●3月4日，蒙山县召开大会，表彰60人。\n●3月6日，长洲区妇联举办竞赛，长洲区12个小组参加。\n"
    )
    found = read_text(text).observations
    assert [str(one.period)[:4] for one in found] == ["2010"] * 4
    assert [one.organization and one.organization.name[:2] for one in found] == ["苍梧", "藤县", "蒙山", "长洲"]


def test_a_body_among_many_of_its_kind_is_not_the_writer() -> None:
    """One federation named, and three more counties told of in a row."""
    text = "各县庆祝节日\n日前，苍梧县举行比赛。藤县举行比赛。蒙山县举行比赛。其中岑溪市妇联办班，70人参加。"
    [report] = read_text(text).reports
    assert report.organization is None


def test_a_report_on_goals_by_the_body_itself_is_a_report() -> None:
    """目标自查报告 tells what was done."""
    text = "2015年半年业务目标自查报告\n一、做好慰问\n半年来累计救助贫困母亲49人次。\n二、做好培训\n县妇联办班3期。"
    assert {str(one.status) for one in read_text(text).observations} == {"actual"}


def test_a_year_to_this_day_is_an_earlier_one() -> None:
    """2012年至今: news of a later year, which nobody says."""
    text = "泾川县救助患病母亲\n11月5日，泾川县妇联救助母亲20名。2011年，设立基金30万元。2012年至今，救助母亲64名。"
    assert periods(text)[0] == "None"


def test_a_title_with_a_word_of_plans_hides_no_year() -> None:
    """纲要, 规划 in the line above: 2015年 at the head of the next is told all the same."""
    assert periods("妇女发展纲要实施情况\n2015年，寿命为79.4岁。死亡率由2010年的8‰下降到6‰。") == [
        "2015",
        "2010",
        "2015",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "泾川县妇联召开2017年工作总结会\n2018-01-10\n1月5日，泾川县妇联召开2017年工作总结会，主席26人参加。会议指出，2017年办班9期。",
        "泾川县妇联部署工作\n1月5日，泾川县妇联召开会议，总结2017年工作，部署2018年任务。执委26人参加会议。\n一年来，全县办班9期。",
    ],
)
def test_who_came_to_a_meeting_on_the_year_gone_by_came_in_the_next(text: str) -> None:
    """The meeting is of January, what it sums up is of the year before."""
    assert periods(text) == ["2018-01", "2017"]


def test_ever_since_a_month_is_of_the_year() -> None:
    """自4月进驻以来: the months from then on, not April alone."""
    assert periods("泾川县妇联2018年工作总结\n工作队自4月进驻以来，走访农户156户。5月，慰问20户。") == [
        "2018",
        "2018-05",
    ]


def test_a_sites_name_with_day_and_time_is_a_date_line() -> None:
    """巾帼直播间 2026-01-22 16:30:36 is no year that the text tells of."""
    text = "泾川县妇联护航幸福家庭\n巾帼直播间 2026-01-22 16:30:36\n2025年9月至12月，泾川县妇联宣讲503场次，惠及13.4万余人次。"
    assert periods(text) == ["2025", "2025"]


def test_the_years_of_a_plan_are_not_those_of_a_report() -> None:
    """2001—2010年妇女发展纲要 within a report on 2005: 五年来 ends with 2005."""
    text = (
        "泾川县妇联简介\n1957年、1973年、1981年、1988年和1996年先后召开妇代会。到2005年底，全县有妇联干部25人。\n"
        "县妇联协助制定2001—2010年泾川县妇女发展纲要，各项工作有了进展。五年来，培训妇女3600人。\n"
    )
    assert periods(text) == ["2005", "2001/2005"]


def test_a_year_before_the_federations_dates_no_report() -> None:
    """1925年 dates its own figure; the report is of the year in which it was printed."""
    text = "泾川妇女解放之路\n2015-03-08\n1925年，全县有女学生20人。全县培训妇女300人。"
    assert periods(text)[0] == "1925"
    assert (
        read_text("泾川妇女之路\n2015-05-08\n1925年，县城办起女校。全县培训妇女300人。").observations[0].period
        is not None
    )


def test_what_a_report_on_five_years_compares_is_of_its_end() -> None:
    """81岁, 比2013年增加0.7岁: how things stand, and how far they came."""
    text = "泾川县妇女发展五年成就\n2018-07-23\n女性人均预期寿命达81岁，比2013年增加0.7岁。女性创办的企业占企业总数的29%。培训妇女90人。"
    assert periods(text) == ["2018", "2018", "2018", "2014/2018"]


def test_an_answer_to_a_proposal_tells_what_was_done() -> None:
    """提案的答复, though it speaks of a 方案 in every line and was printed in December."""
    text = (
        "泾川县妇联对第12号提案的答复\n2025-12-31\n您提出的建议收悉。县妇联制定落实方案，按照方案分工，"
        "先后组织50名家长参加培训。\n"
    )
    found = [(str(one.status), str(one.period)) for one in read_text(text).observations]
    assert found == [("actual", "2025")]


def test_when_a_project_began_dates_no_figure() -> None:
    """启动于2010年: 上半年 and 5年来 are of years that nobody says."""
    text = "发放妇女小额贷款\n上半年，全省新发放贷款9亿元。项目启动于2010年初，5年来累计发放贷款48亿元。"
    assert periods(text) == ["None", "None"]


def test_what_is_planned_for_a_year_dates_no_report() -> None:
    """对2019年工作做了规划和部署: the report is on 2018."""
    text = "泾川县妇联召开会议\n2019-03-01\n会议总结了2018年成绩，对2019年工作做了规划和部署。\n全县新建服务岗60个。"
    assert periods(text) == ["2018"]


def test_news_that_tells_of_years_long_gone_by_is_of_its_day() -> None:
    """2000年, in news of 2018: its own figure is of that year, the others are not."""
    text = "泾川县巧手坊成立三十周年\n2018-12-27\n新华社北京12月27日电 泾川县募款460万元。2000年，泾川县筹款16万元。"
    assert periods(text) == ["2018", "2000"]


def test_a_title_that_names_only_the_year_of_the_plan() -> None:
    """工作总结及2011年工作思路: the summary is of 2010."""
    assert periods("泾川县妇联工作总结及2011年工作思路\n全县培训妇女300人。") == ["2010"]


def test_the_plan_for_a_month_is_of_the_same_year() -> None:
    """一、2011年5月份工作总结, 二、2011年6月份工作计划: no year before."""
    text = "一、2011年5月份工作总结\n编发简报5期。\n二、2011年6月份工作计划\n泾川县妇联办班3期。"
    found = [(str(one.status), str(one.period)) for one in read_text(text).observations]
    assert found[0] == ("actual", "2011")
