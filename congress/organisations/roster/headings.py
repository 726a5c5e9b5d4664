"""What the columns of a deputies' roster are called."""

from congress.files.headings import Headings
from congress.files.tables import SERIAL

NAME = "name"
PHONE = "phone"
LEVEL = "level"
CONSTITUENCY = "constituency"
GROUP = "group"
ORGANISATION = "organisation"
CERTIFICATE = "certificate_no"
OCCUPATION = "occupation"
NOTE = "note"

# Sex, age, ethnicity, party, schooling, health and identity are not read at all; addresses and
# accounts of other services are not asked for.
PRIVATE = (
    r"身份|公民|居民|证件|护照|性别|^[男女]$|出生|生日|年龄|周岁|民族|族别|政治面貌|党派|党员|入党|党龄|学历|学位|"
    r"文化|毕业|籍贯|户籍|户口|宗教|信仰|健康|婚姻|照片|相片|邮箱|邮件|微信|QQ|qq|住址|地址|银行|账号|卡号|工龄|工作时间"
)

ROSTER = Headings(
    columns={
        SERIAL: [r"^(序号?|编号|顺序号?|号|No\.?|NO\.?|no\.?)$"],
        NAME: [
            r"^(人大)?(代表)?(姓名|名字|名称)$",
            r"^(人大)?代表名?$|^姓名(及|和|与|、|/).*$|^(当选|现任)?代表姓名",
        ],
        CERTIFICATE: [r"代表证|证书?(编)?号|^证号"],
        LEVEL: [
            r"层级|级别|层次|级次|哪一?级",
            r"^代表(类别|类型|性质|身份|级)$|^级$|^(任|担任)?何级代表",
        ],
        CONSTITUENCY: [r"选区|选举单位|选举区"],
        GROUP: [r"代表(活动)?小?组|^小组|小组(名称)?$|^组别$|^(活动|所在|所属|履职)小?组"],
        PHONE: [
            r"手机|电话|联系(方式|号码)|联络(方式|号码)|通讯(方式|号码)|固话|座机|^号码$|办电|宅电"
        ],
        ORGANISATION: [
            r"^(所[属在])?(乡镇|镇乡|镇街|街镇|乡镇街道?|乡镇、街道|乡镇/街道)(名称?|别)?$",
            r"^(所[属在])?代表团(名称)?$",
        ],
        OCCUPATION: [r"单位|职务|职业|职称"],
        NOTE: [r"备注|说明|变动|任职状态|^状态$|履职状态|^备考$"],
    },
    key=NAME,
    ignored=PRIVATE,
    several=frozenset({PHONE, OCCUPATION, NOTE}),
)
