from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fulian.model.indicator import Indicator
from fulian.model.observation import Status
from fulian.reading.figures import indicators as matching
from fulian.reading.figures.indicators import match_indicator
from fulian.reference.indicators import catalogue, expand_wording, indicators

# label, unit, code, certainty
FOUND = [
    # rates of health
    ("孕产妇死亡率", "/10万", "HEA_MMR", "1"),
    ("全县孕产妇死亡率", "/10万", "HEA_MMR", "0.9"),
    ("孕产妇死亡率", "‰", "HEA_MMR", "1"),
    ("住院分娩率", "%", "HEA_HOSP_DELIVERY", "1"),
    ("农村住院分娩率", "%", "HEA_HOSP_DELIVERY_RURAL", "1"),
    ("农村高危孕产妇到医院分娩", "%", "HEA_HIGH_RISK_DELIVERY_RURAL", "0.9"),
    ("孕产妇系统管理率", "%", "HEA_MATERNAL_MGMT", "1"),
    ("孕妇产前医学检查率", "%", "HEA_ANTENATAL", "1"),
    ("产前筛查率", "%", "HEA_PRENATAL_SCREEN", "1"),
    ("妇科病普查率", "%", "HEA_COMMON_DIS_SCREEN", "1"),
    ("各类妇科病患病率", "%", "HEA_GYN_PREVALENCE", "0.9"),
    ("“两癌”患病率", "/万", "HEA_2CANCER_PREVALENCE", "1"),
    ("宫颈癌、乳腺癌患病率", "/10万", "HEA_2CANCER_PREVALENCE", "1"),
    # screening
    ("免费为农村适龄妇女进行“两癌”检查", "人", "HEA_2CANCER_SCREENED", "0.9"),
    ("妇女接受了免费宫颈癌、乳腺癌筛查", "名", "HEA_2CANCER_SCREENED", "0.9"),
    ("两癌免费检查", "人次", "HEA_2CANCER_SCREENINGS", "0.9"),
    ("宫颈癌筛查", "人", "HEA_CERV_SCREENED_PERSONS", "0.9"),
    ("宫颈癌筛查", "人次", "HEA_CERV_SCREENED", "0.9"),
    ("接受妇科病普查", "人", "HEA_GYN_SCREENED", "0.9"),
    ("发放“两癌”救助金", "元", "HEA_2CANCER_AID_FUND", "1"),
    ("救助贫困“两癌”妇女", "名", "HEA_2CANCER_AIDED", "0.9"),
    # schooling
    ("小学学龄儿童净入学率", "%", "EDU_PRIMARY_NER", "1"),
    ("小学女童净入学率", "%", "EDU_GIRL_NER", "1"),
    ("小学年辍学率", "%", "EDU_PRIMARY_DROPOUT", "1"),
    ("初中阶段毛入学率", "%", "EDU_JUNIOR_GER", "1"),
    ("高中阶段毛入学率", "%", "EDU_SENIOR_GER", "1"),
    ("义务教育巩固率", "%", "EDU_COMPULSORY_RETENTION", "1"),
    ("残疾儿童入学率", "%", "EDU_DISABLED_ENROL", "1"),
    ("3—6岁儿童入园率", "%", "CHD_KINDERGARTEN_RATE", "1"),
    ("女生占普高在校生", "%", "EDU_GENERAL_SENIOR_F_SHARE", "0.9"),
    ("普高在校生规模", "人", "EDU_GENERAL_SENIOR", "0.9"),
    # training
    ("培训妇女", "人次", "EDU_TRAINED", "0.9"),
    ("培训妇女", "人", "EDU_TRAINED_PERSONS", "1"),
    ("累计培训各类妇女", "人次", "EDU_TRAINED", "0.8"),
    ("全年累计培训各类妇女", "人次", "EDU_TRAINED", "0.9"),
    ("举办培训班", "期", "EDU_TRAINING_SESSIONS", "1"),
    ("举办各类培训班", "期", "EDU_TRAINING_SESSIONS", "0.9"),
    ("开展妇女职业技能培训班", "次", "EDU_SKILL_SESSIONS", "0.9"),
    ("培训妇女干部", "名", "EDU_CADRE_TRAINED_PERSONS", "1"),
    ("筹措“春蕾计划”资金", "元", "EDU_SPRING_BUD_FUND", "0.9"),
    ("资助春蕾女童", "名", "EDU_SPRING_BUD_GIRLS", "1"),
    # work
    ("提供就业岗位", "个", "ECO_JOB_OFFERS", "1"),
    ("组织招聘会", "场", "ECO_JOB_FAIRS", "0.9"),
    ("联合人社部门举办女性专场招聘会", "场次", "ECO_JOB_FAIRS", "0.9"),
    ("妇女实现就业", "名", "ECO_JOBS_HELPED", "1"),
    ("帮助女性实现再就业", "名", "ECO_JOBS_HELPED", "0.9"),
    ("带动妇女就业", "人", "ECO_JOBS_LED", "1"),
    ("带动就业", "人", "ECO_JOBS_LED", "0.7"),
    ("扶持妇女创业", "人", "ECO_STARTUPS", "1"),
    ("助推女性创业就业", "人", "ECO_STARTUP_OR_JOB", "0.9"),
    ("发放妇女小额担保贷款", "笔", "ECO_LOAN_COUNT", "0.9"),
    ("发放妇女小额担保贷款", "元", "ECO_LOAN_AMOUNT", "0.9"),
    ("发放妇女小额担保贷款金额", "元", "ECO_LOAN_AMOUNT", "0.9"),
    ("妇女获得小额贷款", "名", "ECO_LOAN_WOMEN", "0.9"),
    ("女性就业人员占全市就业人数", "%", "ECO_EMP_F_SHARE", "0.9"),
    ("创建“巾帼现代农业科技示范基地”", "个", "ECO_AGRI_BASES", "0.8"),
    ("创建市级巾帼合作社", "个", "ECO_MODEL_COOPS_CITY", "0.8"),
    ("现有巾帼文明岗", "个", "ECO_CIVIL_POSTS", "0.9"),
    ("国家级巾帼文明岗", "个", "ECO_CIVIL_POSTS_NAT", "0.9"),
    # office
    ("女性占公务员总数", "%", "DEC_CIVIL_SERVANT_F_SHARE", "0.9"),
    ("女公务员", "名", "DEC_CIVIL_SERVANT_F", "0.7"),
    ("共有女公务员", "名", "DEC_CIVIL_SERVANT_F", "0.9"),
    ("女公务员人数", "人", "DEC_CIVIL_SERVANT_F", "1"),
    ("女性占处级干部总数", "%", "DEC_DIVISION_CADRE_F_SHARE", "0.9"),
    ("厅级干部其中女性", "名", "DEC_BUREAU_CADRE_F", "0.7"),
    ("市第六次党代会代表中女性比例", "%", "DEC_PARTY_CONGRESS_F", "0.9"),
    ("第五届人大代表中女性比例", "%", "DEC_NPC_F", "0.9"),
    ("政协女委员比例", "%", "DEC_CPPCC_F", "1"),
    ("市及区县党政班子女干部配备率", "%", "DEC_TEAM_F", "0.9"),
    ("乡(镇、街道)党政班子女干部配备率", "%", "DEC_TOWN_TEAM_F", "1"),
    ("市政府工作部门中配有女性班子成员", "%", "DEC_GOV_DEPT_TEAM_F", "0.9"),
    ("新发展女党员", "名", "DEC_NEW_PARTY_F", "1"),
    ("村妇联主席进村“两委”比例", "%", "DEC_WF_HEAD_IN_TEAM", "0.9"),
    # security and relief
    ("女职工参加生育保险", "人", "SOC_MATERNITY_INS_F", "1"),
    ("女职工占养老保险参保人数", "%", "SOC_PENSION_INS_F_SHARE", "0.9"),
    ("女性“安康保险”投保金额", "元", "SOC_ANKANG_PREMIUM", "0.9"),
    ("组织妇女投保“安康保险”", "人次", "SOC_ANKANG_TIMES", "0.9"),
    ("走访慰问贫困家庭", "户", "SOC_HOUSEHOLDS_AIDED", "1"),
    ("争取各类项目资金", "元", "SOC_PROJECT_FUNDS", "0.9"),
    # family, environment, law
    ("评选最美家庭", "户", "FAM_BEST_FAMILY", "0.9"),
    ("评选市级最美家庭", "户", "FAM_BEST_FAMILY_CITY", "0.9"),
    ("成立社区家长学校", "所", "FAM_PARENT_SCHOOLS_COMMUNITY", "0.8"),
    ("开展家庭教育公益讲座", "场", "FAM_EDU_TALKS", "0.9"),
    ("成功调解婚姻家庭纠纷", "起", "FAM_DISPUTES", "0.9"),
    ("农村卫生厕所普及率", "%", "ENV_RURAL_TOILET", "1"),
    ("城市污水处理率", "%", "ENV_SEWAGE", "1"),
    ("组建巾帼志愿服务队", "支", "ENV_VOLUNTEER_TEAMS", "0.8"),
    ("实名注册的巾帼志愿者", "人", "ENV_VOLUNTEERS", "0.7"),
    ("接待群众来信来访来电", "件", "LAW_PETITIONS", "0.9"),
    ("接待来访", "人次", "LAW_PETITIONERS", "1"),
    ("信访案件办结率", "%", "LAW_PETITION_CLOSED", "1"),
    ("办结率", "%", "LAW_PETITION_CLOSED", "0.7"),
    ("共建有维权站", "个", "LAW_RIGHTS_STATIONS", "0.9"),
    ("表彰三八红旗手", "名", "THO_RED_BANNER_HOLDERS", "0.9"),
    ("三八红旗集体", "个", "THO_RED_BANNER_GROUPS", "1"),
    ("发放宣传资料", "份", "THO_LEAFLETS", "1"),
    # children and organisation
    ("婴儿死亡率", "‰", "CHD_IMR", "1"),
    ("五岁以下儿童死亡率", "‰", "CHD_U5MR", "1"),
    ("出生缺陷发生率", "‰", "CHD_BIRTH_DEFECTS", "1"),
    ("乙肝疫苗接种率", "%", "CHD_VAC_HEPB", "1"),
    ("新生儿破伤风发病率", "‰", "CHD_NEONATAL_TETANUS", "1"),
    ("出生人口性别比", "", "CHD_SEX_RATIO", "1"),
    ("16岁以下的留守儿童", "人", "CHD_LEFT_BEHIND", "0.7"),
    ("留守儿童人数", "人", "CHD_LEFT_BEHIND", "1"),
    ("建立“留守儿童之家”", "个", "CHD_LEFT_BEHIND_HOMES", "0.8"),
    ("建有“妇女之家”", "个", "ORG_HOMES", "0.9"),
    ("建立妇女微家", "个", "ORG_MICRO_HOMES", "0.8"),
    ("各级妇联执委人数", "人", "ORG_EXECUTIVES", "1"),
]

# label, unit, and why it is no entry's
NOT_FOUND = [
    ("", "人", "nothing is said"),
    ("举办", "场", "a deed without a thing"),
    ("全市", "个", "a place without a thing"),
    ("培训", "人", "who was trained is not said"),
    ("流动人口住院分娩率", "%", "a part of the women"),
    ("城镇住院分娩率", "%", "the towns alone"),
    ("农村婴儿死亡率", "‰", "the countryside alone"),
    ("孕产妇死亡", "例", "deaths are not their rate"),
    ("孕产妇死亡率", "人", "a rate is not counted in heads"),
    ("孕产妇贫血患病率", "%", "mild anaemia is in it"),
    ("生长迟缓率", "%", "of which age?"),
    ("自来水普及率", "%", "of town or country?"),
    ("女干部配备率", "%", "of which bodies?"),
    ("女性进村委比例", "%", "reckoned in two ways"),
    ("女代表比例", "%", "of which congress?"),
    ("调处率", "%", "not the share closed"),
    ("毕业会考合格率", "%", "not in the catalogue"),
    ("发放妇女小额担保贷款", "户", "households are neither contracts nor yuan"),
    ("发放妇女小额担保贷款", "人次", "nobody counts loans so"),
    ("争取两癌救助资金", "元", "obtained is not paid out"),
    ("提供就业岗位", "人", "posts are not heads"),
    ("参加招聘会", "人", "visitors are not fairs"),
    ("新建妇女之家", "个", "new ones are not all"),
    ("新增巾帼文明岗", "个", "new ones are not all"),
    ("示范妇女之家", "所以", "no unit at all"),
    ("申报省级巾帼文明岗", "个", "asked for is not given"),
    ("省、市级巾帼文明岗", "个", "two levels in one"),
    ("市级以上最美家庭", "户", "several levels in one"),
    ("全市三八红旗手", "名", "the city's title, or all in the city?"),
    ("慰问巾帼志愿者", "名", "those who were visited"),
    ("组织巾帼志愿者", "名", "those who took part"),
    ("巾帼志愿者", "名", "those who took part?"),
    ("留守儿童", "名", "those who were given something?"),
    ("爱心妈妈", "名", "those who took part?"),
    ("评选家长学校", "所", "no honour is given so"),
    ("举办妇女之家", "场", "a place is not held"),
    ("村妇联", "个", "communities are left out"),
    ("乡镇妇联", "个", "subdistricts are left out"),
    ("培训乡镇妇联干部", "人", "one level's alone"),
    ("培训农村贫困妇女", "人", "a part of the women"),
    ("举办电商、月嫂等培训", "期", "certain trades alone"),
    ("新发展女党员中35岁以下的", "名", "a part of them"),
    ("35岁以下的占发展女党员总数", "%", "a share of a share"),
    ("处级干部", "名", "men are in it"),
    ("服务群众", "人次", "not in the catalogue"),
    ("户籍人口", "人", "not in the catalogue"),
    ("处理劳动争议案件", "件", "not the federations' petitions"),
    ("家暴案件", "件", "the police's or the court's?"),
    ("健康快车", "辆", "another programme has the name"),
    ("人均小额担保贷款", "元", "a mean is no sum"),
]


@pytest.mark.parametrize(("label", "unit", "code", "certainty"), FOUND)
def test_a_figure_gets_its_indicator(label: str, unit: str, code: str, certainty: str) -> None:
    """A label that says what an entry counts, in a unit that fits, gets its code, as sure as its words are."""
    assert match_indicator(label, unit, Status.ACTUAL) == (code, Decimal(certainty))


@pytest.mark.parametrize(("label", "unit", "reason"), NOT_FOUND)
def test_a_doubtful_figure_gets_none(label: str, unit: str, reason: str) -> None:
    """A label that says less, more or something else than every entry gets no code."""
    assert match_indicator(label, unit, Status.ACTUAL) is None, reason


@pytest.mark.parametrize("status", [Status.CHANGE, Status.CONDITION])
def test_changes_and_conditions_have_no_indicator(status: Status) -> None:
    """A rise of a rate is not the rate, and an age limit counts nothing."""
    assert match_indicator("住院分娩率", "%", status) is None


def test_a_target_has_its_indicator() -> None:
    """What is planned is counted as what is done."""
    assert match_indicator("培训妇女", "人次", Status.TARGET) == match_indicator("培训妇女", "人次", Status.ACTUAL)


def test_a_point_is_no_share() -> None:
    """A rate's difference in points is not the rate."""
    assert match_indicator("住院分娩率", "个百分点", Status.ACTUAL) is None


@pytest.mark.parametrize("one", indicators().values(), ids=indicators().keys())
def test_a_name_leads_to_its_entry(one: Indicator) -> None:
    """The name of an entry leads to it and is sure; an alias leads to it, or, where it is a bare noun, nowhere."""
    assert match_indicator(one.name, one.unit, Status.ACTUAL) == (one.code, Decimal(1))
    for alias in one.aliases:
        found = match_indicator(alias, one.unit, Status.ACTUAL)
        assert found is None or found[0] == one.code


@given(
    st.sampled_from(["全市", "全省", "今年", "目前", "各地"]),
    st.sampled_from([one for one in indicators().values() if one.unit == "%"]),
)
def test_words_that_say_nothing_change_no_code(word: str, one: Indicator) -> None:
    """A word of place or time before a rate's name leaves the code and makes it a little less sure."""
    assert match_indicator(word + one.name, "%", Status.ACTUAL) == (one.code, Decimal("0.9"))


@given(st.text(max_size=40), st.sampled_from(["人", "人次", "%", "元", "个", "场", ""]), st.sampled_from(Status))
def test_any_label_is_answered(label: str, unit: str, status: Status) -> None:
    """Whatever the label, there is a code of the catalogue with a certainty above 0 up to 1, or none."""
    found = match_indicator(label, unit, status)
    if found is not None:
        assert found[0] in indicators()
        assert 0 < found[1] <= 1


def test_no_words_stand_for_two_entries() -> None:
    """Over the whole catalogue, words and unit together belong to one entry, written out as labels are compared."""
    owners: dict[tuple[str, str], str] = {}
    for entry in catalogue().values():
        for unit in matching._units(entry):
            for text in matching._texts(entry):
                assert owners.setdefault((text, unit), entry.indicator.code) == entry.indicator.code, (text, unit)


def test_wordings_are_written_as_labels_are_compared() -> None:
    """A wording with a mark or a particle that is dropped from labels would never be found."""
    for entry in catalogue().values():
        for pattern in (*entry.wordings, *entry.vague_wordings):
            for text in expand_wording(pattern):
                assert matching._plain(text) == text, entry.indicator.code


def test_a_whole_sentence_is_no_label() -> None:
    """A label beyond all measure is no entry's, whatever it ends with."""
    assert match_indicator("全市" * 20_000 + "婴儿死亡率", "‰", Status.ACTUAL) is None
