from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fulian.errors import ParseError
from fulian.text import PeriodForm, PeriodMention, find_periods, format_period, parse_period
from fulian.values import Period

TIME_CHARACTERS = "0123456789一二三四五六七八九十〇年月日号上下半季度前后近来今去明截至到止底初以来—-至“”十五期间第届目比较同期《》 ，"


@st.composite
def periods(draw: st.DrawFn, earliest: int = 1, latest: int = 9999) -> Period:
    """Draw stretches of days, and often those that are whole months or years."""
    days = st.dates(min_value=date(earliest, 1, 1), max_value=date(latest, 12, 31))
    first, last = sorted((draw(days), draw(days)))
    match draw(st.sampled_from(["days", "near days", "months", "years"])):
        case "days":
            return Period(first=first, last=last)
        case "near days":
            return Period(first=first, last=min(first + timedelta(days=draw(st.integers(0, 40))), last))
        case "months":
            months = sorted((draw(st.integers(1, 12)), draw(st.integers(1, 12))))
            later = draw(st.sampled_from([first.year, last.year]))
            return Period(first=Period.month(first.year, months[0]).first, last=Period.month(later, months[1]).last)
        case _:
            return Period.years(first.year, last.year)


def the_mention(text: str) -> PeriodMention:
    """Give the only expression of time in a text."""
    [mention] = find_periods(text)
    return mention


# ---------------------------------------------------------------- one expression


@given(periods())
@example(Period(first=date(9999, 12, 30), last=date.max))
@example(Period.year(5))
def test_a_period_printed_in_chinese_parses_back(period: Period) -> None:
    """Parsing what was printed gives the period back, in Chinese and in the short form."""
    assert parse_period(format_period(period)) == period
    assert parse_period(str(period)) == period


@given(periods())
def test_width_and_spaces_make_no_difference(period: Period) -> None:
    """Full-width digits and spaces anywhere are read as if they were not there."""
    printed = format_period(period)
    wide = "".join(chr(ord(char) + 0xFEE0) if char.isascii() and char.isdigit() else char for char in printed)
    assert parse_period("\u3000".join(wide)) == period


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)), st.sampled_from("〇○零OＯ0"))
def test_chinese_digits_give_the_same_day(day: date, zero: str) -> None:
    """Whatever stands for the zero, a date in Chinese digits is the date in Arabic ones."""
    digits = f"{day.year}".translate(str.maketrans("123456789", "一二三四五六七八九")).replace("0", zero)
    names = ["", *"一二三四五六七八九十", "十一", "十二", *(f"十{n}" for n in "三四五六七八九"), "二十"]
    names += [*(f"二十{n}" for n in "一二三四五六七八九"), "三十", "三十一"]
    if digits[0] in "一二":
        assert parse_period(f"{digits}年{names[day.month]}月{names[day.day]}日") == Period.day(day)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2014年", "2014"),
        ("2014年度", "2014"),
        ("二〇一四年", "2014"),
        ("二〇一四", "2014"),
        ("2014年1月20日", "2014-01-20"),
        ("2014年1月20号", "2014-01-20"),
        ("2014.1.20", "2014-01-20"),
        ("2014-01-20", "2014-01-20"),
        ("2014/1/20", "2014-01-20"),
        ("2014.1", "2014-01"),
        ("2014年1月", "2014-01"),
        ("2014年1月份", "2014-01"),
        ("2010年5月下旬", "2010-05"),
        ("2009年底", "2009"),
        ("2009年年末", "2009"),
        ("2009年12月底", "2009-12"),
        ("截止2009年12月底", "2009-12"),
        ("截至2009年底", "2009"),
        ("截止到2010年5月下旬", "2010-05"),
        ("到2015年", "2015"),
        ("2014年上半年", "2014-S1"),
        ("2014年一季度", "2014-Q1"),
        ("2014年第3季度", "2014-Q3"),
        ("2014年前三季度", "2014-01/2014-09"),
        ("2014年前11个月", "2014-01/2014-11"),
        ("2014年1—11月", "2014-01/2014-11"),
        ("2014年1月至5月", "2014-01/2014-05"),
        ("2014年3月5日至8日", "2014-03-05/2014-03-08"),
        ("2014年3月5日—4月8日", "2014-03-05/2014-04-08"),
        ("2013年10月至2014年2月", "2013-10/2014-02"),
        ("2018—2020年", "2018/2020"),
        ("2018－2020年", "2018/2020"),
        ("2018～2020年", "2018/2020"),
        ("2018~2020年", "2018/2020"),
        ("2018-2020年", "2018/2020"),
        ("2018–2020年", "2018/2020"),
        ("2018——2020年", "2018/2020"),
        ("2018至2020年", "2018/2020"),
        ("2018到2020年", "2018/2020"),
        ("2016年至2020年", "2016/2020"),
        ("1950—1955年5月", "1950/1955"),
        ("二〇一六—二〇二〇年", "2016/2020"),
        ("2018-2020", "2018/2020"),
        ("“十三五”", "2016/2020"),
        ("“十三五”期间", "2016/2020"),
        ("十三五时期", "2016/2020"),
        ("十三五末", "2020"),
        ("“十三五”初期", "2016"),
        ("“十四五”", "2021/2025"),
        ("“十五”", "2001/2005"),
        ("“九五”期间", "1996/2000"),
        ("“一五”计划", "1953/1957"),
        ("“二五”", "1958/1962"),
        ("“三五”", "1966/1970"),
    ],
)
def test_an_expression_that_names_its_year_is_read(text: str, period: str) -> None:
    """All the ways that documents write years, halves, quarters, months, days, ranges and plans."""
    assert str(parse_period(text)) == period
    assert str(parse_period(text, year=1999)) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("今年", "2010"),
        ("本年度", "2010"),
        ("全年", "2010"),
        ("年内", "2010"),
        ("年底", "2010"),
        ("到年底", "2010"),
        ("今年以来", "2010"),
        ("截至目前", "2010"),
        ("去年", "2009"),
        ("上年", "2009"),
        ("上一年度", "2009"),
        ("前年", "2008"),
        ("明年", "2011"),
        ("新的一年", "2011"),
        ("上半年", "2010-S1"),
        ("去年下半年", "2009-S2"),
        ("一季度", "2010-Q1"),
        ("第一季度", "2010-Q1"),
        ("第2、第3季度", "2010-04/2010-09"),
        ("第1-3季度", "2010-01/2010-09"),
        ("前三季度", "2010-01/2010-09"),
        ("一至三季度", "2010-01/2010-09"),
        ("1至6月", "2010-S1"),
        ("1-6月", "2010-S1"),
        ("1—11月", "2010-01/2010-11"),
        ("截至11月底", "2010-11"),
        ("1月20日", "2010-01-20"),
        ("十二月三十一日", "2010-12-31"),
        ("去年10月至今年3月", "2009-10/2010-03"),
        ("近五年", "2006/2010"),
        ("过去五年", "2006/2010"),
        ("近三年来", "2008/2010"),
        ("四年来", "2006/2010"),
        ("一年来", "2010"),
        ("今后五年", "2011/2015"),
        ("2006年以来", "2006/2010"),
        ("自2006年起", "2006/2010"),
        ("2006年至今", "2006/2010"),
        ("“十一五”以来", "2006/2010"),
        ("党的十七大以来", "2007/2010"),
    ],
)
def test_an_expression_that_hangs_on_the_reporting_year_needs_it(text: str, period: str) -> None:
    """With the year it is read; without, the error asks for it."""
    assert str(parse_period(text, year=2010)) == period
    with pytest.raises(ParseError, match="a year in the text or in the argument 'year'") as caught:
        parse_period(text)
    assert (caught.value.text, caught.value.position) == (text, 0)


@pytest.mark.parametrize(
    ("text", "position", "expected"),
    [
        ("", 0, "a time such as"),
        ("妇联", 0, "a time such as"),
        ("三八", 0, "a time such as"),
        ("二十五", 0, "a time such as"),
        ("关于2014年", 0, "a time such as"),
        ("2014年妇联工作", 5, "nothing behind the time"),
        ("2014 年、2015年", 6, "nothing behind the time"),
        ("近年来", 0, "a time that says how long"),
        ("任期内", 0, "a time that says how long"),
        ("2014年2月30日", 0, "a time that exists"),
        ("二月三十日", 0, "a time that exists"),
        ("2016—2014年", 0, "a time that exists"),
        ("2014年2月29日", 0, "a time that exists"),
    ],
)
def test_what_is_no_time_is_refused_with_the_reason(text: str, position: int, expected: str) -> None:
    """The error says where in the text as written, and what was expected."""
    with pytest.raises(ParseError, match=expected) as caught:
        parse_period(text, year=2010)
    assert (caught.value.text, caught.value.position) == (text, position)


def test_a_leap_day_needs_a_leap_year() -> None:
    """29 February exists in the reporting years that have it."""
    assert str(parse_period("2月29日", year=2016)) == "2016-02-29"
    with pytest.raises(ParseError, match="a time that exists"):
        parse_period("2月29日", year=2014)


@pytest.mark.parametrize(
    ("period", "printed"),
    [
        ("2016", "2016年"),
        ("2009-12", "2009年12月"),
        ("2014-S1", "2014年上半年"),
        ("2014-S2", "2014年下半年"),
        ("2014-Q3", "2014年第三季度"),
        ("2014-01/2014-11", "2014年1—11月"),
        ("2013-11/2014-02", "2013年11月—2014年2月"),
        ("2016/2020", "2016—2020年"),
        ("2014-01-20", "2014年1月20日"),
        ("2014-01-20/2014-01-24", "2014年1月20—24日"),
        ("2014-01-20/2014-02-03", "2014年1月20日—2月3日"),
        ("2013-12-30/2014-01-03", "2013年12月30日—2014年1月3日"),
    ],
)
def test_a_period_prints_as_documents_write_it(period: str, printed: str) -> None:
    """GB/T 9704-2012, 7.3.5.4: Arabic digits, the year in full, no leading zeros."""
    assert format_period(Period.parse(period)) == printed


# ---------------------------------------------------------------- running text


@pytest.mark.parametrize(
    ("text", "quote", "form", "period"),
    [
        ("2016年3月8日，市妇联举办慰问活动", "2016年3月8日", PeriodForm.DAY, "2016-03-08"),
        ("活动于3月8日举行", "3月8日", PeriodForm.DAY, "2010-03-08"),
        ("发布时间：2016-03-08 09:30", "2016-03-08", PeriodForm.DAY, "2016-03-08"),
        ("5月份开展了普法宣传", "5月份", PeriodForm.MONTH, "2010-05"),
        ("1至9月培训妇女", "1至9月", PeriodForm.MONTH, "2010-01/2010-09"),
        ("前三季度发放贷款", "前三季度", PeriodForm.QUARTER, "2010-01/2010-09"),
        ("上半年新建妇女之家", "上半年", PeriodForm.HALF, "2010-S1"),
        ("2016年，全市共有", "2016年", PeriodForm.YEAR, "2016"),
        ("实施三年行动计划(2011-2013)", "2011-2013", PeriodForm.YEARS, "2011/2013"),
        ("2011年到2013年共举办", "2011年到2013年", PeriodForm.YEARS, "2011/2013"),
        ("“十一五”期间，共救助", "“十一五”期间", PeriodForm.FIVE_YEAR_PLAN, "2006/2010"),
        ("今年，我会将举办", "今年", PeriodForm.RELATIVE, "2010"),
        ("全年走访家庭", "全年", PeriodForm.RELATIVE, "2010"),
        ("在新的一年里", "新的一年", PeriodForm.RELATIVE, "2011"),
        ("2006年以来，新建学校", "2006年以来", PeriodForm.SINCE, "2006/2010"),
        ("自2008年项目启动以来，累计", "2008年", PeriodForm.SINCE, "2008/2010"),
        ("2008年至今累计培训", "2008年至今", PeriodForm.SINCE, "2008/2010"),
        ("截止2009年底，全市女干部", "截止2009年底", PeriodForm.UNTIL, "2009"),
        ("截至11月底，已完成", "截至11月底", PeriodForm.UNTIL, "2010-11"),
        ("截至目前，共有会员", "截至目前", PeriodForm.UNTIL, "2010"),
        ("到2015年，普及率达到", "到2015年", PeriodForm.UNTIL, "2015"),
        ("2015年前全部建成", "2015年前", PeriodForm.UNTIL, "2015"),
        ("年底前完成整改", "年底前", PeriodForm.UNTIL, "2010"),
        ("近五年来，投入资金", "近五年来", PeriodForm.RECENT, "2006/2010"),
        ("三年来，累计帮扶", "三年来", PeriodForm.RECENT, "2007/2010"),
        ("近年来，外出务工者增多", "近年来", PeriodForm.RECENT, "None"),
        ("几年来，坚持走访", "几年来", PeriodForm.RECENT, "None"),
        ("今后三年将培训", "今后三年", PeriodForm.COMING, "2011/2013"),
        ("任期内共走访", "任期内", PeriodForm.TERM, "None"),
        ("本届执委共", "本届", PeriodForm.TERM, "None"),
    ],
)
def test_an_expression_is_found_with_its_form_and_meaning(text: str, quote: str, form: PeriodForm, period: str) -> None:
    """The mention stands where its characters are, and resolves against a report of 2010."""
    mention = the_mention(text)
    assert text[mention.start : mention.end] == quote
    assert (mention.form, str(mention.resolve(2010)), mention.comparison) == (form, period, False)


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        ("比2005年增加1200人", "2005年", "2005"),
        ("较上年提高3个百分点", "上年", "2009"),
        ("较去年同期增长", "去年同期", "2009"),
        ("与2005年相比上升", "2005年", "2005"),
        ("与上年基本持平", "上年", "2009"),
        ("高于2005年的水平", "2005年", "2005"),
        ("超过去年一成", "去年", "2009"),
        ("同比增长12%", "同比", "2009"),
        ("环比下降", "环比", "None"),
        ("比上一届有所上升", "上一届", "None"),
        ("比往年增加", "往年", "None"),
    ],
)
def test_a_time_that_is_compared_with_says_so(text: str, quote: str, period: str) -> None:
    """比, 较, 与…相比, 高于, 同期 and 同比 date the other side of a comparison."""
    mention = the_mention(text)
    assert (text[mention.start : mention.end], mention.comparison) == (quote, True)
    assert str(mention.resolve(2010)) == period


@pytest.mark.parametrize(
    "text", ["由2005年的三成提高到五成", "男女性别比2010年为", "占比2010年达到", "2010年与其他部门相比"]
)
def test_a_time_that_only_stands_near_a_comparison_dates_its_figure(text: str) -> None:
    """A ratio's 比 and a 相比 further on compare something else."""
    assert not the_mention(text).comparison


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("印发《某县妇联2014年工作要点》", True),
        ("《某市妇女发展规划(2011—2020年)》", True),
        ("编制“十三五”规划", True),
        ("“十三五”规划实施以来", False),
        ("“十三五”时期", False),
        ("印发《要点》后，2014年", False),
    ],
)
def test_a_time_in_a_name_says_so(text: str, title: bool) -> None:  # noqa: FBT001 - a column of the table
    """Inside 《》, and in a plan's own name, a time belongs to the name of a thing."""
    assert the_mention(text).title is title


@pytest.mark.parametrize(
    "text",
    [
        "庆祝三八妇女节",
        "惠及2008人",
        "工作19年",
        "建会70周年",
        "1950年代",
        "35岁以上年龄段",
        "12月龄婴儿",
        "七五普法",
        "每年3月举办",
        "健全年度考核",
        "说明年度安排",
        "第十二次代表大会",
        "三四月",
        "三年行动计划",
        "服务热线12338",
        "十个一工程",
        "一月一主题、一季一活动",
        "1234年",
        "青年底蕴",
        "截至",
        "",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    """Holidays, counts, durations, ages, anniversaries, slogans and years long past are no periods."""
    assert find_periods(text) == []


def test_a_verb_keeps_its_own_word_for_to() -> None:
    """到 and 至 of 提高到 or 增至 make no deadline; those of 截至 and 力争到 do."""
    assert the_mention("提高到2010年的九成").form is PeriodForm.YEAR
    assert the_mention("力争到2010年达到九成").form is PeriodForm.UNTIL


def test_each_expression_of_a_sentence_is_found_in_order() -> None:
    """A sentence may tell several times."""
    text = "2009年全县新建妇女之家31个，比2008年多9个；今年1—5月又建7个，年底前将达到50个。"
    found = [(text[one.start : one.end], str(one.resolve(2010)), one.comparison) for one in find_periods(text)]
    assert found == [
        ("2009年", "2009", False),
        ("2008年", "2008", True),
        ("今年1—5月", "2010-01/2010-05", False),
        ("年底前", "2010", False),
    ]


@given(st.text(TIME_CHARACTERS, max_size=60), st.none() | st.integers(1990, 2030))
def test_mentions_stand_in_order_and_apart(text: str, year: int | None) -> None:
    """Whatever the text, mentions are in order, do not overlap, lie within it, and resolve without raising."""
    reached = 0
    for mention in find_periods(text):
        assert reached <= mention.start < mention.end <= len(text)
        reached = mention.end
        period = mention.resolve(year)
        assert period is None or mention.tells
        assert year is not None or period == mention.resolve(2000) or period is None


@given(st.text(TIME_CHARACTERS, max_size=20), st.none() | st.integers(1990, 2030))
def test_any_text_is_a_period_or_a_parse_error(text: str, year: int | None) -> None:
    """Nothing but fulian's own error comes out, with a position within the text."""
    try:
        period = parse_period(text, year=year)
    except ParseError:
        return
    assert parse_period(format_period(period)) == period


@given(periods(earliest=1949, latest=2100))
def test_a_printed_period_is_found_in_running_text(period: Period) -> None:
    """Between other words, a printed period of our time is one mention with the same meaning."""
    printed = format_period(period)
    text = f"据统计，{printed}，全市妇联"
    mention = the_mention(text)
    assert text[mention.start : mention.end] == printed
    assert mention.resolve(None) == period


def test_a_congress_at_a_time_compares_nothing() -> None:
    """妇女十大 于 1988年…, not 大于."""
    [mention] = find_periods("妇女五大于1983年9月2日至12日召开")
    assert not mention.comparison
    [mention] = find_periods("人数大于1983年")
    assert mention.comparison
