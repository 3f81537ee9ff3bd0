"""The scanner of quantities: what it takes, what it refuses, and what holds of any text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fulian.errors import FulianError, ParseError
from fulian.reference.divisions import all_divisions
from fulian.reference.measure_words import measure_words
from fulian.text.quantities import Figure, _hedges, find_quantities, parse_quantity
from fulian.values.quantity import Qualifier

CHARACTERS = (
    "0123456789.,%‰/ -—~万亿千百十一二两三几数余多半个人名元年月日岁成倍番第近约超达占“”《》（）、，。；：\n妇女培训"
)
TEXTS = st.text(alphabet=CHARACTERS, max_size=60) | st.text(max_size=40)


def found(text: str) -> list[tuple[str, str, str | None, str, str]]:
    """Every figure as quote, value, upper end, unit and qualifier."""
    return [
        (
            one.quantity.text,
            f"{one.quantity.value:f}",
            None if one.quantity.high is None else f"{one.quantity.high:f}",
            one.quantity.unit,
            one.quantity.qualifier.value,
        )
        for one in find_quantities(text)
    ]


def quotes(text: str) -> list[str]:
    """The quotes of all figures."""
    return [one.quantity.text for one in find_quantities(text)]


# ---------------------------------------------------------------- what is taken

# Text, quote, value, upper end, unit, qualifier.
TAKEN = [
    ("举办讲座3场", "3场", "3", None, "场", "exact"),
    ("提供岗位7.57万个", "7.57万个", "75700", None, "个", "exact"),
    ("发放贷款10211万元", "10211万元", "102110000", None, "元", "exact"),
    ("落实资金4.4 亿元", "4.4 亿元", "440000000", None, "元", "exact"),
    ("筹资3亿5千万元", "3亿5千万元", "350000000", None, "元", "exact"),
    ("授信20个亿", "20个亿", "2000000000", None, "元", "exact"),
    ("覆盖77,163人", "77,163人", "77163", None, "人", "exact"),
    ("培训1 234 人", "1 234 人", "1234", None, "人", "exact"),
    ("新建2 0 个", "2 0 个", "20", None, "个", "exact"),
    ("走访二十七家", "二十七家", "27", None, "家", "exact"),
    ("受益一百二十万人", "一百二十万人", "1200000", None, "人", "exact"),
    ("发放3000元", "3000元", "3000", None, "元", "exact"),
    ("接待89人次", "89人次", "89", None, "人次", "exact"),
    ("受理56件次", "56件次", "56", None, "件次", "exact"),
    ("参与320人（次）", "320人（次）", "320", None, "人（次）", "exact"),
    ("参与320人(次)", "320人(次)", "320", None, "人(次)", "exact"),
    ("种植2.3万亩", "2.3万亩", "23000", None, "亩", "exact"),
    ("捐赠5吨", "5吨", "5", None, "吨", "exact"),
    ("检出14例", "14例", "14", None, "例", "exact"),
    ("新增床位260张", "260张", "260", None, "张", "exact"),
    ("拍摄3部", "3部", "3", None, "部", "exact"),
    ("事故0起", "0起", "0", None, "起", "exact"),
    ("发放2019份", "2019份", "2019", None, "份", "exact"),
    ("举办座谈会一次。", "一次", "1", None, "次", "exact"),
    ("辍学率1.2‰", "1.2‰", "1.2", None, "‰", "exact"),
    ("患病率2.3/万", "2.3/万", "2.3", None, "/万", "exact"),
    ("死亡率15.3/10万", "15.3/10万", "15.3", None, "/10万", "exact"),
    ("提高5个百分点", "5个百分点", "5", None, "个百分点", "exact"),
    ("提高5百分点", "5百分点", "5", None, "百分点", "exact"),
    ("下降0.2个千分点", "0.2个千分点", "0.2", None, "个千分点", "exact"),
    ("百分之八十的妇女", "百分之八十", "80", None, "%", "exact"),
    ("千分之五", "千分之五", "5", None, "‰", "exact"),
    ("十万分之二十", "十万分之二十", "20", None, "/10万", "exact"),
    ("是上年的1.2倍", "1.2倍", "1.2", None, "倍", "exact"),
    ("翻了两番", "两番", "2", None, "番", "exact"),
    ("占六成", "六成", "6", None, "成", "exact"),
    ("三成五的妇女", "三成五", "3.5", None, "成", "exact"),
    ("三分之二的村", "三分之二", "0.6667", None, "", "exact"),
    ("半数妇女", "半数", "50", None, "%", "exact"),
    ("超过半数", "半数", "50", None, "%", "over"),
    ("女性过半", "半", "50", None, "%", "over"),
    ("约一半的家庭", "一半", "50", None, "%", "about"),
    # ranges
    ("评选13-15家", "13-15家", "13", "15", "家", "exact"),
    ("每年二至三万元", "二至三万元", "20000", "30000", "元", "exact"),
    ("补助1.5万—2万元", "1.5万—2万元", "15000", "20000", "元", "exact"),
    ("年龄35岁-45岁", "35岁-45岁", "35", "45", "岁", "exact"),
    ("增长10%—15%", "10%—15%", "10", "15", "%", "exact"),
    ("选派5到8名", "5到8名", "5", "8", "名", "exact"),
    ("走访三五户", "三五户", "3", "5", "户", "about"),
    ("发动数十名", "数十名", "20", "90", "名", "about"),
    # hedges inside, before and behind
    ("培训3万余人", "3万余人", "30000", None, "人", "over"),
    ("发放3余万份", "3余万份", "30000", None, "份", "over"),
    ("募集10多万元", "10多万元", "100000", None, "元", "over"),
    ("发动二十多人", "二十多人", "20", None, "人", "over"),
    ("近2000人", "2000人", "2000", None, "人", "under"),
    ("将近2000人", "2000人", "2000", None, "人", "under"),
    ("约100人", "100人", "100", None, "人", "about"),
    ("超过100人", "100人", "100", None, "人", "over"),
    ("逾100人", "100人", "100", None, "人", "over"),
    ("突破100人", "100人", "100", None, "人", "over"),
    ("不少于100人", "100人", "100", None, "人", "over"),
    ("不超过100人", "100人", "100", None, "人", "under"),
    ("不足100人", "100人", "100", None, "人", "under"),
    ("至少开展4次", "4次", "4", None, "次", "over"),
    ("上百场", "百场", "100", None, "场", "over"),
    ("近千户", "千户", "1000", None, "户", "under"),
    ("近亿元", "亿元", "100000000", None, "元", "under"),
    ("达90%以上", "90%", "90", None, "%", "over"),
    ("控制在1‰以内", "1‰", "1", None, "‰", "under"),
    ("在60人以下", "60人", "60", None, "人", "under"),
    ("有60人左右", "60人", "60", None, "人", "about"),
    ("覆盖率≥90%", "90%", "90", None, "%", "over"),
    ("约100多万元", "100多万元", "1000000", None, "元", "over"),
    ("前3个多月", "3个多月", "3", None, "个月", "over"),
    # no measure word, or none with the number
    ("检查10.32万农村适龄妇女", "10.32万", "103200", None, "人", "exact"),
    ("近40000会员", "40000", "40000", None, "人", "under"),
    ("粉丝数突破15万。", "15万", "150000", None, "人", "over"),
    ("争取资金300万。", "300万", "3000000", None, "元", "exact"),
    # durations
    ("近三年", "三年", "3", None, "年", "exact"),
    ("家庭教育五年规划", "五年", "5", None, "年", "exact"),
    ("培训7天", "7天", "7", None, "天", "exact"),
    ("年满60周岁", "60周岁", "60", None, "周岁", "exact"),
    ("测评得分92.5分", "92.5分", "92.5", None, "分", "exact"),
    ("发放20来份", "20来份", "20", None, "份", "about"),
    ("走访30来所学校", "30来所", "30", None, "所", "about"),
    ("六成半的村", "六成半", "6.5", None, "成", "exact"),
    ("近三成返乡", "三成", "3", None, "成", "under"),
    ("捐赠棉被480床", "480床", "480", None, "床", "exact"),
    ("修水窖650口", "650口", "650", None, "口", "exact"),
    ("举办培训20期以上", "20期", "20", None, "期", "over"),
    ("受教育年限达到10.8年", "10.8年", "10.8", None, "年", "exact"),
    ("比2012年提高0.7年", "0.7年", "0.7", None, "年", "exact"),
    ("产假延长2年", "2年", "2", None, "年", "exact"),
    ("约有 60 多位女党员", "60 多位", "60", None, "位", "over"),
    ("\n  5、7岁以下儿童", "7岁", "7", None, "岁", "under"),
    ("走访70名单亲母亲", "70名", "70", None, "名", "exact"),
    ("40多支队伍参加", "40多支", "40", None, "支", "over"),
    ("翻了近一番", "一番", "1", None, "番", "under"),
]


@pytest.mark.parametrize(("text", "quote", "value", "high", "unit", "qualifier"), TAKEN)
def test_quantity_is_taken(text: str, quote: str, value: str, high: str | None, unit: str, qualifier: str) -> None:
    """A number with its unit is one figure, with its range and its hedge."""
    assert found(text) == [(quote, value, high, unit, qualifier)]


# ---------------------------------------------------------------- what is refused

REFUSED = [
    # dates and years
    "2014年",
    "二〇一四年十二月五日",
    "3月8日上午",
    "18时30分",
    "会议于8:30开始",
    "2018-2020年",
    "3-4月",
    "三季度",
    "上半年",
    "庆祝建党100周年",
    "2月12日元宵节",
    "1月1日元旦",
    "出生于80年代",
    "80后妇女",
    # ordinals
    "第3期",
    "第十二次",
    "第1名",
    "十一届三次执委会",
    "“5个3”地区",
    "见附件2名单。",
    "发放资料 x 万多份",
    "奏响三部曲",
    "“与法同行,百万家庭学法”活动",
    "市四套班子领导",
    "“千名妇联干部牵手千名妇女就业创业”活动",
    "小学三年级",
    "一是抓培训，二是抓维权",
    # sections, documents, phones, addresses
    "（三）抓好培训",
    "\n2 家政服务\n",
    "湘妇字〔2014〕1号",
    "88号楼",
    "3楼305室",
    "热线12338",
    "手机13800000000",
    "电话0574-87180000",
    "邮编730030",
    "第78页",
    "见表3、图2",
    "http://www.example.org/2017/03/a.html",
    "账号5200 1423 6000 5000",
    # names and slogans
    "“两癌”检查",
    "两癌检查",
    "三八红旗手",
    "增强四个意识",
    "“十三五”规划",
    "十九大精神",
    "“双学双比”活动",
    "双万培训工程",
    "百城万村",
    "百县千村万户",
    "五好文明家庭",
    "五位一体",
    "落实三会一课",
    "七五普法",
    "村“两委”",
    "“百场讲座”",
    "“三进”",
    "《女性100问》",
    "百强县",
    "十佳",
    # articles and idioms
    "打造一批品牌",
    "培育一支队伍",
    "出台一系列政策",
    "一个支部",
    "千家万户",
    "百姓",
    "十分满意",
    "万众一心",
    "成百上千",
    "三三两两",
    # what only looks like a count
    "1+3模式",
    "5A级景区",
    "H7N9",
    "A4纸",
    "按1:1配套",
    "3.15活动",
    "5·12地震",
    "实现零投诉",
    "多次获奖",
    "几年来",
    "四年来",
    "系统2.0版",
    "开展“5个一”活动",
    "2021年主要指标（单位：人次、万元）",
    "计量单位：万人",
    "到位资金（万元）",
    "出现万人空巷的场面",
    "三门镇妇联",
    "六枝年鉴2018",
    "五台妇联微信公众号",
    "太和社区3组的妇女",
    "团结村二组",
    "市妇联九届四次执委会",
    "国民经济和社会发展第十四个五年规划",
    "泾川年鉴2023卷",
]


@pytest.mark.parametrize("text", REFUSED)
def test_what_counts_nothing_is_refused(text: str) -> None:
    """Dates, ordinals, numbers that name, fixed phrases and figures of speech are no quantities."""
    assert found(text) == []


def test_no_name_of_the_register_counts() -> None:
    """七台河市, 五家渠市, 三门县: places whose names begin like a count, each of them."""
    names = {one.name for one in all_divisions()}
    assert [name for name in sorted(names) if found(f"{name}妇联开展活动") or found(f"在{name}召开")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由30%提高到50%", ["30%", "50%"]),
        ("从30%到50%", ["30%", "50%"]),
        ("慰问12户5岁以下儿童8名", ["12户", "5岁", "8名"]),
        ("1.5万、2.3万和4.1万人", ["1.5万", "2.3万", "4.1万人"]),
        ("接听12338热线30个", ["30个"]),
        ("2016年举办44场，2017年举办50场", ["44场", "50场"]),
        ("召开第3次会议，到会45人", ["45人"]),
        ("18笔、76.5亿元", ["18笔", "76.5亿元"]),
        ("“两癌”救助23人", ["23人"]),
        ("（1）培训3期；（2）慰问5户", ["3期", "5户"]),
        ("投资3000元/人", ["3000元"]),
        ("由0.3万增至0.9万粉丝", ["0.3万", "0.9万"]),
    ],
)
def test_several_numbers_are_told_apart(text: str, expected: list[str]) -> None:
    """Figures next to each other, or to numbers that count nothing, keep their bounds."""
    assert quotes(text) == expected


def test_list_shares_its_unit() -> None:
    """Members of a list that state no unit have that of the last."""
    assert [one.quantity.unit for one in find_quantities("1.5万、2.3万和4.1万人")] == ["人", "人", "人"]
    assert find_quantities("1.5万、2.3万和4.1万人")[0].rule == "list-shares-unit"


@pytest.mark.parametrize(
    "word", sorted(word for word, one in measure_words().items() if one.counts in {"firm", "loose"})
)
def test_every_measure_word_counts(word: str) -> None:
    """An Arabic number with a firm or loose measure word at the end of a clause is a quantity in that unit."""
    figures = find_quantities(f"共计38{word}。")
    assert [(one.quantity.text, one.quantity.value) for one in figures] == [(f"38{word}", Decimal(38))]


@pytest.mark.parametrize("word", sorted(word for word, one in measure_words().items() if one.unless_followed_by))
def test_measure_word_is_refused_before_what_makes_another_word(word: str) -> None:
    """What may not follow a measure word hides it: 3名牌 has no 名."""
    for following in measure_words()[word].unless_followed_by:
        assert f"38{word}" not in quotes(f"共计38{word}{following}"), following


# ---------------------------------------------------------------- one whole quantity


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier"),
    [
        ("近2000人", 2000, "人", Qualifier.UNDER),
        ("７.５万个", 75000, "个", Qualifier.EXACT),
        (" 44场 ", 44, "场", Qualifier.EXACT),
        ("百分之八十以上", 80, "%", Qualifier.OVER),
        ("约３００人", 300, "人", Qualifier.ABOUT),
        ("不少于3次", 3, "次", Qualifier.OVER),
        ("上百场", 100, "场", Qualifier.OVER),
        ("9０％以上", 90, "%", Qualifier.OVER),
    ],
)
def test_whole_quantity_is_parsed(text: str, value: int, unit: str, qualifier: Qualifier) -> None:
    """Hedges, white space and full-width digits around one quantity are welcome."""
    quantity = parse_quantity(text)
    assert (quantity.value, quantity.unit, quantity.qualifier) == (Decimal(value), unit, qualifier)


@pytest.mark.parametrize(
    ("text", "position", "expected"),
    [
        ("", 0, "a number with its unit"),
        ("妇女", 0, "a number with its unit"),
        ("四个意识", 0, "a number with its unit"),
        ("2014年", 0, "a number with its unit"),
        ("培训300人", 0, "a number, or a hedge"),
        ("300人参加", 4, "the end, or a hedge"),
        ("3场、5场", 2, "the end, or a hedge"),
    ],
)
def test_what_is_no_whole_quantity_is_refused(text: str, position: int, expected: str) -> None:
    """The error holds the text, the place where it went wrong, and what was expected there."""
    with pytest.raises(ParseError) as caught:
        parse_quantity(text)
    assert caught.value.text == text
    assert caught.value.position == position
    assert caught.value.expected.startswith(expected)
    assert repr(text) in str(caught.value)
    assert expected in str(caught.value)


# ---------------------------------------------------------------- laws


def check_figures(text: str, figures: list[Figure]) -> None:
    """Figures stand in order, inside the text, apart, and quote it exactly."""
    at = 0
    for one in figures:
        assert at <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.quantity.text
        assert one.rule
        at = one.end


@given(text=TEXTS)
@example(text="1.5万、2.3万和4.1万人，0.21个和0.15个千分点")
@example(text="从30%到50%，35岁-45岁，三成五，3个多月")
def test_figures_of_any_text_are_in_order_and_quote_it(text: str) -> None:
    """Any text gives figures in order, inside its bounds, none overlapping another, each quoting its place."""
    check_figures(text, find_quantities(text))


@given(before=TEXTS, after=TEXTS)
def test_line_feed_parts_what_stands_before_from_what_follows(before: str, after: str) -> None:
    """A figure never reaches over a line's end."""
    for one in find_quantities(before + "\n" + after):
        assert "\n" not in one.quantity.text


@pytest.mark.parametrize("qualifier", _hedges._ENDS_BEFORE)
@given(data=st.data())
def test_every_hedge_before_a_number_ends_as_its_kind_does(qualifier: Qualifier, data: st.DataObject) -> None:
    """The quick look at the last character misses no hedge."""
    pattern = dict(_hedges.BEFORE)[qualifier]
    found = data.draw(st.from_regex(pattern)).removesuffix("\n")
    assert (qualifier, pattern) in _hedges._BEFORE_BY_END[found[-1]]


@given(text=TEXTS)
def test_same_text_gives_the_same_figures(text: str) -> None:
    """Nothing is remembered from one text to the next."""
    first = find_quantities(text)
    find_quantities("举办3场、5场，占30%")
    assert find_quantities(text) == first


@given(text=TEXTS)
def test_parsing_any_text_raises_only_fulian_errors(text: str) -> None:
    """A text that is no quantity gives a ParseError that knows its text, nothing else."""
    error: Exception | None = None
    try:
        assert parse_quantity(text).value.is_finite()
    except FulianError as raised:
        error = raised
    if error is not None:
        assert isinstance(error, ParseError)
        assert error.text == text
        assert 0 <= error.position <= len(text)


@given(
    number=st.integers(10, 9_999_999), unit=st.sampled_from(["人", "名", "个", "场", "元", "万元", "%", "户", "人次"])
)
def test_plain_count_reads_back(number: int, unit: str) -> None:
    """A printed count reads back to its number and unit, in a sentence and alone."""
    value = number * (10_000 if unit == "万元" else 1)
    for text in (f"{number}{unit}", f"全年共计{number}{unit}，效果明显。"):
        (figure,) = find_quantities(text)
        assert (figure.quantity.value, figure.quantity.unit) == (Decimal(value), unit.removeprefix("万"))


# ---------------------------------------------------------------- texts made to hurt

MILLION = 1_000_000


@pytest.mark.parametrize(
    "text",
    [
        "9" * MILLION,
        "万" * MILLION,
        "百千" * (MILLION // 2),
        "余" * MILLION,
        "两" * MILLION,
        "1," * (MILLION // 2),
        "1 " * (MILLION // 2),
        "1-" * (MILLION // 2),
        "1." * (MILLION // 2),
        "1、" * (MILLION // 2),
        "（" * MILLION,
        "“" * MILLION,
        "《1" * (MILLION // 2),
        "（1" * (MILLION // 2) + "）" * (MILLION // 2),
        "近约超" * (MILLION // 3),
    ],
    ids=lambda text: text[:4],
)
def test_hostile_text_holds_no_figure(text: str) -> None:
    """A million characters of digits, multipliers, hedges or brackets hold nothing that counts."""
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("9" * MILLION + "人", 0),
        ("妇" * MILLION + "3场", 1),
        ("妇女培训3期" * (MILLION // 6), MILLION // 6),
        ("（" * MILLION + "3场", 1),
        ("至少" * (MILLION // 2) + "开展3场", 1),
        ("从" + "妇女" * (MILLION // 2) + "3%到5%", 1),
        ("1万、" * (MILLION // 30) + "1万人", MILLION // 30 + 1),
        ("3场、" * (MILLION // 3), MILLION // 3),
    ],
    ids=lambda value: value[:4] if isinstance(value, str) else str(value),
)
def test_hostile_text_without_a_full_stop_finishes(text: str, count: int) -> None:
    """A megabyte without a full stop is read to its end, and its figures keep to the laws."""
    figures = find_quantities(text)
    assert len(figures) == count
    check_figures(text, figures)


def test_number_longer_than_any_sum_is_no_quantity() -> None:
    """What needs more digits than a sum in print is refused, and the figure after it is found."""
    assert quotes(f"编号{'1234567890' * 5}，培训30人") == ["30人"]
