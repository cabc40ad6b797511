"""What the newspaper page says, read once more by hand: every figure, and every name.

`said` are the page's own words, with its own punctuation; two sentences that the page tells of are
joined where one is cut by a caption. `told` is the figure as the screen has to tell it in Chinese;
a counting word in ( ) is one that the page leaves to the reader. `calls` are the page's own words
for what is counted, all of which the label has to have. Paragraphs count from 1 under a heading;
`opening` is what stands before the first.
"""

from typing import NamedTuple

PARAGRAPHS = {"opening": 4, "leadership": 5, "record": 6, "digital": 6, "community": 6}
"""The headings of the page in their order, and how many paragraphs each has."""

HEADINGS = {
    "leadership": "扛起省会担当 展现头雁风采",
    "record": "深化平安创建 交出精彩答卷",
    "digital": "数字治理增效 服务发展大局",
    "community": "夯实基层基础 打造杭州品牌",
}


class Fact(NamedTuple):
    """One figure of the page."""

    said: str
    heading: str
    paragraph: int
    calls: tuple[str, ...]
    told: str
    period: str = ""
    among: str = ""
    """Whom a rank is among, or what a share is of."""


DEATHS = "20年来,全市命案亡人数降幅78.2%,火灾亡人数降幅61.1%,道路交通事故亡人数降幅68.3%,工业企业安全生产事故亡人数降幅95.2%,刑事警情降幅89.8%,治安警情降幅83.4%"
CITY = "长三角人口增长最快的城市、实际管理人口超1700万、机动车保有量436万余辆、公路总里程长达1.77万余公里、拥有占全省32.4%的高层建筑……在杭州"
RANKS = "特别是2023年,杭州被确定为第一批“全国市域社会治理现代化试点合格城市”,在年度平安浙江建设考核中,位居杭宁温第1名、全省第3名,专项考核总成绩位居全省第1名,滨江区、西湖区成绩位居全省前10名,拱墅区、建德市、余杭区、淳安县、临平区成绩位居全省前30名"
SETTLED = "近两年,成功化解纠纷6.33万件,解纷平均用时从38天缩短至22天,为市场主体节省纠纷解决成本近1.8亿元,法律顾问服务网络覆盖超177万家市场主体"
JOBS = "全市城镇新增就业累计434.86万人,城镇失业人员实现再就业110.55万人,杭州连续4年荣获“中国年度最佳促进就业城市”奖项"
WAGES = "持续开展根治欠薪行动,近10年为24.8万余名劳动者追发工资待遇25.5亿元"
CAMPAIGNS = "推动全市建成369个区域性微型消防站,实现100%达标"
AUNTIES = "2016年G20杭州峰会期间,武林街道18位楼道支部的党员向广大市民发起“护航峰会,守护家园”的倡议,他们为自己取名:“武林大妈”。自此,“武林大妈”逐渐跨越性别、年龄、职业、国别的界限,从最初的18人扩展至如今的15万余人"
METHODS = "“检察e站”平台服务解纷等14个工作法成功入选全省100个新时代“枫桥式工作法”"

FACTS = {
    "happiest-years": Fact(
        "连续17年获评“中国最具幸福感城市”",
        "opening",
        4,
        ("连续", "获评“中国最具幸福感城市”"),
        "17年",
    ),
    "population": Fact(CITY, "leadership", 1, ("实际管理人口",), "超1700万(人)"),
    "vehicles": Fact(CITY, "leadership", 1, ("机动车保有量",), "436万余辆"),
    "roads": Fact(CITY, "leadership", 1, ("公路总里程",), "1.77万余公里"),
    "high-rises": Fact(CITY, "leadership", 1, ("高层建筑",), "32.4%", among="占全省"),
    "homicide-deaths": Fact(DEATHS, "leadership", 4, ("命案亡人数",), "降幅78.2%", "20年来"),
    "fire-deaths": Fact(DEATHS, "leadership", 4, ("火灾亡人数",), "降幅61.1%", "20年来"),
    "traffic-deaths": Fact(DEATHS, "leadership", 4, ("道路交通事故亡人数",), "降幅68.3%", "20年来"),
    "industrial-deaths": Fact(
        DEATHS, "leadership", 4, ("工业企业安全生产事故亡人数",), "降幅95.2%", "20年来"
    ),
    "criminal-calls": Fact(DEATHS, "leadership", 4, ("刑事警情",), "降幅89.8%", "20年来"),
    "public-order-calls": Fact(DEATHS, "leadership", 4, ("治安警情",), "降幅83.4%", "20年来"),
    "economy": Fact(
        "20年来,杭州经济体量迈上2万亿元大关",
        "leadership",
        5,
        ("经济体量", "迈上", "大关"),
        "2万亿元",
        "20年来",
    ),
    "rank-three-cities": Fact(RANKS, "leadership", 5, ("杭州",), "第1名", "2023年", "杭宁温"),
    "rank-province": Fact(RANKS, "leadership", 5, ("杭州",), "第3名", "2023年", "全省"),
    "rank-special": Fact(
        RANKS, "leadership", 5, ("杭州", "专项考核总成绩"), "第1名", "2023年", "全省"
    ),
    "rank-top-ten": Fact(RANKS, "leadership", 5, ("滨江区、西湖区",), "前10名", "2023年", "全省"),
    "rank-top-thirty": Fact(
        RANKS,
        "leadership",
        5,
        ("拱墅区、建德市、余杭区、淳安县、临平区",),
        "前30名",
        "2023年",
        "全省",
    ),
    "opening-entry": Fact(
        "开幕式“3小时进场、40分钟快速散场”创全国之最", "record", 1, ("开幕式", "进场"), "3小时"
    ),
    "opening-exit": Fact(
        "开幕式“3小时进场、40分钟快速散场”创全国之最",
        "record",
        1,
        ("开幕式", "快速散场"),
        "40分钟",
    ),
    "risk-assessments": Fact(
        "十年累计完成重大决策社会风险评估16884项",
        "record",
        3,
        ("完成重大决策社会风险评估",),
        "累计16884项",
        "十年",
    ),
    "homicide-cases": Fact(
        "20年来,命案发案数下降82.5%", "record", 4, ("命案发案数",), "下降82.5%", "20年来"
    ),
    "homicide-solved": Fact(
        "近十年命案破案率达到100%", "record", 4, ("命案破案率",), "100%", "近十年"
    ),
    "fire-stations": Fact(CAMPAIGNS, "record", 5, ("区域性微型消防站",), "369个"),
    "fire-stations-standard": Fact(CAMPAIGNS, "record", 5, ("区域性微型消防站", "达标"), "100%"),
    "outreach-people": Fact(
        "“五进”活动,覆盖各级党员干部群众400余万人",
        "record",
        5,
        ("“五进”活动", "覆盖", "各级党员干部群众"),
        "400余万人",
    ),
    "townships": Fact(
        "在全市191个乡镇(街道)推广构建以综合指挥室为“小脑”、以社会综合治理、矛盾纠纷调解、村社网格队伍等力量为“手脚”的“小脑+手脚”警网协同基层治理工作体系",
        "record",
        6,
        ("推广", "“小脑+手脚”", "乡镇(街道)"),
        "191个",
    ),
    "response-time": Fact(
        "各类事件的平均处置时间从17.8分钟缩短至8.7分钟",
        "record",
        6,
        ("各类事件", "平均处置时间"),
        "17.8 → 8.7分钟",
    ),
    "dispute-calls": Fact(
        "纠纷类警情同比下降8.8%", "record", 6, ("纠纷类警情",), "下降8.8%", "同比"
    ),
    "new-jobs": Fact(JOBS, "digital", 4, ("城镇新增就业",), "累计434.86万人"),
    "re-employed": Fact(JOBS, "digital", 4, ("城镇失业人员实现再就业",), "110.55万人"),
    "employment-years": Fact(JOBS, "digital", 4, ("连续", "荣获“中国年度最佳促进就业城市”"), "4年"),
    "unpaid-workers": Fact(WAGES, "digital", 4, ("劳动者", "追发工资待遇"), "24.8万余名", "近10年"),
    "unpaid-wages": Fact(WAGES, "digital", 4, ("劳动者", "追发", "工资待遇"), "25.5亿元", "近10年"),
    "five-s-stations": Fact(
        "首创设立22个基层行政复议“5S”助企工作站",
        "digital",
        5,
        ("基层行政复议“5S”助企工作站",),
        "22个",
    ),
    "disputes-resolved": Fact(SETTLED, "digital", 6, ("成功化解纠纷",), "6.33万件", "近两年"),
    "dispute-days": Fact(SETTLED, "digital", 6, ("解纷平均用时",), "38 → 22天", "近两年"),
    "costs-saved": Fact(
        SETTLED, "digital", 6, ("为市场主体节省纠纷解决成本",), "近1.8亿元", "近两年"
    ),
    "adviser-network": Fact(
        SETTLED, "digital", 6, ("法律顾问服务网络覆盖", "市场主体"), "超177万家", "近两年"
    ),
    "wulin-start": Fact(
        AUNTIES, "community", 3, ("最初的", "“武林大妈”"), "18人", "2016年G20杭州峰会期间"
    ),
    "wulin-now": Fact(AUNTIES, "community", 3, ("“武林大妈”",), "15万余人", "如今"),
    "volunteer-teams": Fact(
        "组建3646支128万余人的杭州“百万义警”队伍", "community", 4, ("“百万义警”", "队伍"), "3646支"
    ),
    "volunteer-members": Fact(
        "组建3646支128万余人的杭州“百万义警”队伍", "community", 4, ("“百万义警”", "人"), "128万余人"
    ),
    "fengqiao-hangzhou": Fact(METHODS, "community", 5, ("入选", "工作法"), "14个"),
    "fengqiao-province": Fact(METHODS, "community", 5, ("全省", "新时代“枫桥式工作法”"), "100个"),
    "shared-court-disputes": Fact(
        "大力推进“共享法庭”建设,率先实现“共享法庭”镇街、村社和主要行业组织全覆盖,累计指导调解基层矛盾纠纷4.8万余件",
        "community",
        5,
        ("“共享法庭”", "指导调解基层矛盾纠纷"),
        "累计4.8万余件",
    ),
}
"""Every figure of the page, by its name in content.yaml."""

DOWN = ("降幅", "下降")
"""How the page says that a figure is a fall."""

NAMES = """
    小而美 西湖时代 钱塘江时代 G20杭州峰会 杭州亚运会 活力无限、和谐有序 行稳致远、长治久安
    杭州品牌 平安浙江、平安杭州建设20周年 中国特色、时代特征、杭州特点
    长三角人口增长最快的城市 强省会 小治安 大平安 六安工程 六和工程 四治融合 政法六力
    抓源促治、强基固本 三源 警源、访源、诉源 一张蓝图绘到底 风险闭环管控 获得感、幸福感、安全感
    平安金鼎 满堂红 市县两级 一星 全国市域社会治理现代化试点合格城市 平安浙江建设考核
    十大攻坚行动 三排查、三清零 敲门 守护家园 智能、无感、动态、和谐 全国之最
    技术+人力、专业+群防、宣传+惩处 黑飞 “赛”“会”之都
    关于固化应用G20杭州峰会维稳安保经验和机制十条意见
    杭州市固化亚运经验建立重大活动维稳安保工作体系
    防火墙 重大决策 扫黑除恶 挂牌整治 电信网络诈骗 矛盾纠纷 交通亡人 命案 命案破案率
    各行各业创平安 管合法更要管非法、管行业必须管风险 安全生产 道路交通 消防 食药安全
    浙江省平安建设条例 五进 进机关 进社区 进学校 进企业 进工地
    枫桥经验 小脑+手脚 综合指挥室 村社网格队伍 警网协同 非警务类警情
    数字经济大省 数字经济之城 互联网、大数据、云计算、人工智能 关键变量 最大增量
    一号发展工程 数字经济第一城 统一地址库 平安督 平安法治实时报表 全域数字法治监督体系
    一屏统揽、两端发力 互联网司法 地瓜经济 国际商事法庭 数智国商 中英文网站
    营商环境微改革省级项目库 杭州自贸片区2023年第一批改革试点经验 中国年度最佳促进就业城市 根治欠薪
    杭州互联网法院 全国首个 互联网仲裁院 全省首家 法护营商 六大工程 法惠杭企 助企利民 5S
    首创 杭州仲裁委 市场化纠纷化解 全国唯一试点 法律顾问服务网络 定分止争 最后一道防线
    长庆街道 王马社区 全国第一个楼道党支部 领头雁 群防群治 武林大妈 武林街道 护航峰会，守护家园
    LOGO 红马甲 表情包 全国治安防控体系建设示范城市 径山小古城村 众人的事情众人商量 翠苑街道
    民呼我为 百万义警 西子义警 青荷 三级社会治理中心 141 检察e站 枫桥式工作法 共享法庭
    镇街、村社和主要行业组织 自觉行动 文化传承 安全护航发展 高质量发展与高水平安全良性互动
    维护公平正义 守护高品质生活 杭州之安 中国之治
    钱江新城 西湖码 连心桥 榕树下议事 余杭区径山镇 临平区东湖街道 家和驿站 新安·17治理 建德市
    淳安县人民法院 环境资源巡回审判 桐庐县人民检察院 浙里花开·桐心护未 大美淳安 绿水青山
"""
"""What the page calls by a name, between spaces; each has its place on a panel."""
