"""What the columns of a register of items are called."""

from congress.files.headings import Headings
from congress.files.tables import SERIAL

TITLE = "title"
ORGANISATION = "organisation"
DATE = "date"
KIND = "kind"
DRAFTER = "drafter"
ADOPTION = "adoption"
INSTRUCTION = "instruction"
POINTS = "points"
OTHER = "other"

BOOK = Headings(
    columns={
        SERIAL: [r"^(序号?|编号|顺序号?|号|No\.?|NO\.?|no\.?)$"],
        TITLE: [
            r"^(信息|稿件|文章|材料|报送)?(标题|题目)(名称)?$",
            r"^(信息|稿件|文章|材料)(名称|内容|主题)$|^名称$|^主题$|标题|题目",
        ],
        DATE: [
            r"(报送|上报|投稿|来稿|收稿|供稿|提交|报来|收到)(时间|日期)",
            r"^(信息)?(时间|日期)$|^(年)?月日$",
        ],
        POINTS: [r"^(得分|计分|积分|分值|分数|记分|总分|合计得分|得分情况|考核得分)", r"得分|分值"],
        INSTRUCTION: [r"批示"],
        ADOPTION: [r"采用|录用|刊用|刊发|采纳|登载|刊登"],
        ORGANISATION: [
            r"^(信息)?(报送|上报|来稿|供稿|投稿|报来|提交|撰稿|责任)(单位|乡镇|部门)",
            r"^(所属|所在)?(乡镇|镇街|街镇|乡镇街道?|乡镇、街道|乡镇/街道)(名称)?$|^单位(名称)?$",
        ],
        KIND: [r"^(信息|稿件|材料)?(类别|类型|分类|种类|体裁|性质|栏目)$"],
        DRAFTER: [
            r"^(作者|撰稿人?|撰写人|拟稿人|执笔人?|通讯员|信息员|起草人|供稿人|投稿人|写稿人)",
            r"^(报送人|责任人|联系人)$|作者",
        ],
    },
    key=TITLE,
    ignored=r"^(采用|录用|刊发|刊用|刊登)(时间|日期)$|身份证|电话|手机|联系方式",
    several=frozenset({ADOPTION, INSTRUCTION}),
    rest=OTHER,
)
