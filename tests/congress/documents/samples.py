"""One of each paper, filled as an office fills it; every name is invented."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from congress.documents.handling_figures import (
    Commitments,
    Counted,
    Figures,
    Promise,
    Ratings,
    UnitFigures,
)
from congress.documents.handling_report import HandlingReport, handling_report
from congress.documents.handover_sheet import Demand, HandoverSheet, handover_sheet
from congress.documents.opinion_form import OpinionForm, opinion_form
from congress.documents.refusal_letter import RefusalLetter, refusal_letter
from congress.documents.reminder_slip import Owed, ReminderSlip, reminder_slip
from congress.documents.reply_letter import ReplyLetter, reply_letter
from congress.documents.suggestion_form import (
    Circumstances,
    Signer,
    SuggestionForm,
    suggestion_form,
)
from congress.documents.suggestion_list import Listed, SuggestionList, suggestion_list

TEXTS = Path(__file__).parents[2] / "samples" / "papers"
MEETING = "石桥镇第十九届人民代表大会第二次会议"
SHORT = "石桥镇第十九届人大第二次会议"
PRESIDIUM = "石桥镇人民代表大会主席团"
TITLE = "关于修缮青龙渠三组至七组段水渠的建议"
LAW = "《代表法》第五十一条第二款"
WATER, ROADS = "石桥镇农业农村服务中心", "石桥镇村镇建设服务中心"
LEAD = Signer("王建国", "石桥0127", "13800000012", "石桥镇青龙村三组21号", "636600")
OTHERS = (
    Signer("李秀英", "石桥0131", "13900000345", "石桥镇青龙村五组8号", "636600"),
    Signer("欧阳明德", "石桥0140", "13700000781", "石桥镇大湾村一组", "636600"),
)


def text(name: str) -> str:
    return (TEXTS / f"{name}.txt").read_text("utf-8")


BLANK = SuggestionForm(meeting=MEETING)
FORM = SuggestionForm(
    meeting=MEETING,
    number="第12号",
    title=TITLE,
    lead=LEAD,
    delegation="青龙代表小组",
    co_signers=OTHERS,
    circumstances=Circumstances(
        publicity="full", research=("research", "visit"), years="three", closer_contact=True
    ),
    cause=text("cause"),
    advice=text("advice"),
    attachments=("青龙渠破损情况照片.jpg", "三组至七组受益农户名册.xlsx"),
    review_opinion="经审查，符合受理条件，建议由镇人民政府交农业农村服务中心主办。",
    handling_unit=WATER,
    submitted_on=date(2026, 3, 5),
)
SHEET = HandoverSheet(
    issuer=PRESIDIUM,
    meeting=MEETING,
    number="第12号",
    title=TITLE,
    lead=LEAD.name,
    lead_phone=LEAD.phone,
    lead_address=LEAD.address,
    co_signers=tuple(signer.name for signer in OTHERS),
    content=text("cause") + text("advice"),
    lead_units=(WATER,),
    co_units=(ROADS, "石桥镇财政所"),
    handed_over_on=date(2026, 3, 20),
    to=WATER,
    demands=(
        Demand("认为不属于职责、申请退回", date(2026, 4, 3), "交办之日起10个工作日内"),
        Demand("与代表联系沟通", date(2026, 4, 17), "交办之日起20个工作日内"),
        Demand("会办单位将意见送主办单位", date(2026, 5, 20), "交办之日起两个月内"),
        Demand("书面答复代表", date(2026, 6, 20), f"交办之日起三个月内（{LAW}）"),
    ),
    remark="答复须经主要负责人审签、加盖公章，一式三份，抄送镇人大主席团。",
    contact="赵敏",
    phone="0000-5550102",
)
REFUSAL = RefusalLetter(
    issuer=PRESIDIUM,
    document_number="石人大主席团函〔2026〕5号",
    deputies=("周大海",),
    suggestion_title="关于请求改判邻里宅基地纠纷一案的建议",
    submitted_on=date(2026, 3, 6),
    reason="涉及具体司法案件的",
    article="《石桥镇人大代表建议办理办法》第八条第三项",
    explanation="您反映的纠纷已由县人民法院作出一审判决，人大及其代表不直接处理具体案件。",
    way_on="如对判决不服，当事人可以在判决书送达之日起十五日内向上一级人民法院提起上诉；"
    "需要法律帮助的，可以到镇公共法律服务工作站咨询。",
    on=date(2026, 3, 12),
    contact="赵敏",
    phone="0000-5550102",
    copies=("青龙代表小组",),
)
SLIP = ReminderSlip(
    issuer=PRESIDIUM,
    to=WATER,
    number="〔2026〕第2号",
    meeting=MEETING,
    owed=(
        Owed("第21号", "关于在大湾村增设两处灌溉提水站的建议", "欧阳明德", date(2026, 6, 30)),
        Owed("第12号", TITLE, "王建国", date(2026, 6, 20)),
        Owed("第16号", "关于加强秋季秸秆综合利用的建议", "何秋月", date(2026, 6, 25)),
    ),
    on=date(2026, 6, 25),
    reply_by=date(2026, 6, 30),
    contact="赵敏",
    phone="0000-5550102",
)
REPLY = ReplyLetter(
    issuer=WATER,
    document_number="石农服函〔2026〕3号",
    result_class="B",
    meeting=SHORT,
    number="第12号",
    deputies=("王建国", "李秀英", "欧阳明德"),
    suggestion_title=TITLE,
    body=text("reply"),
    on=date(2026, 6, 12),
    co_units=(ROADS, "石桥镇财政所"),
    contact="孙立",
    phone="0000-5550188",
    copies=("石桥镇人大主席团", "石桥镇人民政府办公室", "青龙代表小组"),
)
OPINION = OpinionForm(
    meeting=MEETING,
    number="第12号",
    title=TITLE,
    lead="王建国",
    unit=WATER,
    return_to=PRESIDIUM,
    replied_on=date(2026, 6, 12),
    result_class="B",
    received="yes",
    consultation="satisfied",
    attitude="satisfied",
    reply="basically_satisfied",
    result="dissatisfied",
    opinion="答复写明了分两期修缮，但五组至七组段没有落实资金，请在明年预算中安排。",
    signed_on=date(2026, 6, 20),
    address="石桥镇青龙村三组21号",
    phone="13800000012",
    return_by=date(2026, 7, 3),
)
LIST = SuggestionList(
    meeting=MEETING,
    rows=tuple(
        Listed(f"第{number}号", *line.split("|"))
        for number, line in enumerate(text("titles").splitlines(), start=1)
    ),
    issuer=PRESIDIUM,
    on=date(2026, 3, 20),
)
REPORT = HandlingReport(
    issuer="石桥镇人民代表大会主席团",
    subject=MEETING,
    period="石桥镇第十九届人民代表大会第二次会议以来，",
    on=date(2026, 11, 20),
    given_at="石桥镇第十九届人民代表大会第三次会议",
    opening="各位代表：",
    figures=Figures(
        received=38,
        apart=(Counted("代表撤回", 1), Counted("不予受理", 2)),
        handed_over=35,
        replied=34,
        on_time=31,
        overdue=1,
        categories=(
            Counted("农业农村", 12),
            Counted("交通道路", 9),
            Counted("水利", 7),
            Counted("民政养老", 4),
            Counted("环境保护", 3),
        ),
        classes=(
            Counted("A类（已经解决或基本解决）", 19),
            Counted("B类（正在解决或列入计划）", 11),
            Counted("C类（受条件限制，留作参考）", 4),
        ),
        units=(
            UnitFigures(WATER, 19, 18, 16),
            UnitFigures(ROADS, 9, 9, 8),
            UnitFigures("石桥镇便民服务中心", 4, 4, 4),
            UnitFigures("石桥镇综合执法办公室", 3, 3, 3),
        ),
        ratings=Ratings(34, 31, 25, 5, 1),
        rehandled=1,
        rehandled_replied=1,
        commitments=Commitments(fulfilled=1, running=2, overdue=0),
    ),
    promises=(
        Promise(
            "第7号",
            "关于硬化大湾村入户道路的建议",
            ROADS,
            "硬化入户道路1.2公里",
            date(2026, 10, 31),
            "已兑现",
        ),
        Promise("第12号", TITLE, WATER, "修缮三组至五组段渠道860米", date(2027, 3, 31), "正在办理"),
        Promise(
            "第19号",
            "关于增设公交候车亭的建议",
            ROADS,
            "建成候车亭3处",
            date(2027, 6, 30),
            "正在办理",
        ),
    ),
    measures=text("measures"),
    problems=text("problems"),
    next_steps=text("next_steps"),
)
PAPERS: dict[str, tuple[str, Callable, object]] = {
    "suggestion-form": ("代表建议专用纸", suggestion_form, FORM),
    "suggestion-form-blank": ("代表建议专用纸（空白）", suggestion_form, BLANK),
    "handover-sheet": ("交办单", handover_sheet, SHEET),
    "refusal-letter": ("不予受理告知书", refusal_letter, REFUSAL),
    "reminder-slip": ("催办单", reminder_slip, SLIP),
    "reply-letter": ("答复函", reply_letter, REPLY),
    "opinion-form": ("征询意见表", opinion_form, OPINION),
    "suggestion-list": ("建议目录", suggestion_list, LIST),
    "handling-report": ("办理情况报告", handling_report, REPORT),
}
