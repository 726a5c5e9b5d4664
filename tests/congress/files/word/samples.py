"""The files of our own making, by the names of their expected HTML in tests/samples/Word/."""

import io

from tests.documents import (
    HEI,
    KAI,
    SPACES,
    TITLE,
    cell,
    in_list,
    jpeg,
    listed,
    paragraph,
    picture,
    run,
    table,
    word_file,
)

OPENING = "　　近日，石桥镇人大组织代表视察农村饮水安全工程。"
WPS_STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体"/>'
    "</w:rPr></w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/>'
    '<w:pPr><w:jc w:val="both"/></w:pPr><w:rPr><w:sz w:val="21"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="1"/><w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="3"><w:name w:val="heading 2"/>'
    '<w:basedOn w:val="1"/></w:style>'
)


def pictures_in_a_table() -> io.BytesIO:
    """One table frames photographs with their captions, the next has a photograph beside figures;
    the third has merged cells."""
    merge = '<w:vMerge w:val="restart"/>'
    return word_file(
        paragraph("石桥镇：代表视察饮水工程", **TITLE),
        paragraph(OPENING),
        table(
            [cell(paragraph(picture("rId1"))), cell(paragraph(picture("rId2")))],
            [cell(paragraph("代表查看水表", align="center")), cell(paragraph("入户座谈"))],
        ),
        table(
            [cell(paragraph("村名")), cell(paragraph("户数")), cell(paragraph("照片"))],
            [cell(paragraph("青石村")), cell(paragraph("120")), cell(paragraph(picture("rId3")))],
        ),
        table(
            [
                cell(paragraph("项目")),
                cell(paragraph("意见"), properties='<w:gridSpan w:val="2"/>'),
            ],
            [cell(paragraph("饮水"), properties=merge), cell(paragraph("水压")), cell()],
            [cell(properties="<w:vMerge/>"), cell(paragraph("水质")), cell()],
        ),
        media={"rId1": jpeg(), "rId2": jpeg(), "rId3": jpeg()},
    )


def numbered_lists() -> io.BytesIO:
    return word_file(
        paragraph("石桥镇：三项措施办好民生实事", **TITLE),
        paragraph(OPENING),
        in_list(1, "摸清底数"),
        in_list(1, "逐村走访，听取意见。", 1),
        in_list(1, "逐户登记，建立台账。", 1),
        in_list(1, "推动解决"),
        in_list(1, "明确水利站牵头，两个月内拿出方案。", 1),
        in_list(2, "水压不足。"),
        in_list(2, "管网老化。"),
        in_list(3, "代表一致同意。"),
        in_list(3, "会后交办。"),
        numbering=listed(1, ("chineseCounting", "%1、"), ("decimal", "%2."))
        + listed(2, ("bullet", "\uf0b7"))
        + listed(3, ("decimal", "（%1）")),
    )


def tracked_changes() -> io.BytesIO:
    """Words deleted and inserted, a paragraph's end deleted, words moved, a comment, hidden words,
    a row of a table deleted."""
    by = 'w:id="1" w:author="甲" w:date="2026-11-20T10:00:00Z"'
    gone = '<w:r><w:delText xml:space="preserve">　　近期</w:delText></w:r>'
    return word_file(
        paragraph("石桥镇：督办饮水建议", **TITLE),
        paragraph(
            f"<w:del {by}>{gone}</w:del>",
            f"<w:ins {by}>{run('近日')}</w:ins>",
            "，代表督办饮水建议",
            properties=f"<w:rPr><w:del {by}/></w:rPr>",
        ),
        paragraph(
            "，推动解决问题3个。",
            f"<w:moveFrom {by}>{run('移走的句子。')}</w:moveFrom>",
            '<w:commentRangeStart w:id="2"/>',
            '<w:r><w:commentReference w:id="2"/></w:r>',
            run("内部说明", marks="<w:vanish/>"),
        ),
        paragraph(f"<w:moveTo {by}>{run('移来的句子。')}</w:moveTo>"),
        table(
            [cell(paragraph("村名")), cell(paragraph("户数"))], [cell(paragraph("青石村"))]
        ).replace(
            "</w:tbl>",
            f"<w:tr><w:trPr><w:del {by}/></w:trPr>{cell(paragraph('删去的行'))}</w:tr></w:tbl>",
        ),
    )


def text_box() -> io.BytesIO:
    """A text box in both of its forms, which must not be read twice."""
    box = f"<w:txbxContent>{paragraph('链接：石桥镇有代表78名。')}</w:txbxContent>"
    drawn = (
        "<w:r><mc:AlternateContent>"
        '<mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>'
        f"<wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    return word_file(
        paragraph("石桥镇：代表进站接待选民", **TITLE),
        paragraph(OPENING, drawn),
        paragraph("代表们对进度表示满意。"),
    )


def made_by_wps() -> io.BytesIO:
    """Numbers for ids of styles, the title as “heading 1”, headings by style and by face, a field
    for the link, full-width indents, line breaks by hand, a contact line with a telephone."""
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> HYPERLINK "https://www.npc.gov.cn/" </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("代表法")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    broken = (
        f"{run('　　第一，学习')}{field}{run('。')}<w:r><w:br/></w:r>{run('　　第二，走访选民。')}"
    )
    return word_file(
        paragraph("石桥镇：代表学法用法", properties='<w:pStyle w:val="2"/>', align="center"),
        paragraph("（2026年11月20日）", align="center"),
        paragraph(OPENING),
        paragraph("一、抓学习", properties='<w:pStyle w:val="3"/>'),
        paragraph(broken),
        paragraph("（一）集中学。", **KAI).replace(
            "</w:p>", run("每月一次，全年12次。") + "</w:p>"
        ),
        paragraph("二、抓落实", **HEI),
        paragraph(
            "　　水池每日供水300m", run("3", marks='<w:vertAlign w:val="superscript"/>'), "。"
        ),
        paragraph("— 2 —", align="center"),
        paragraph("供稿：石桥镇人大　周文斌　　联系电话：0000-1234567"),
        styles=WPS_STYLES,
        extra={
            "docProps/app.xml": "<Properties><Application>WPS Office_12.1.0</Application>"
            "</Properties>",
            "docProps/custom.xml": '<Properties><property name="KSOProductBuildVer">'
            "<lpwstr>2052-12.1.0.15712</lpwstr></property></Properties>",
            "customXml/item1.xml": '<s:customData xmlns:s="http://www.wps.cn/officeDocument/'
            '2013/wpsCustomData"/>',
        },
    )


def official_paper() -> io.BytesIO:
    """A red head and a number above a title of two lines, all levels of headings, a footnote, a
    table of contents, bold words, a signature with its day, attachments."""
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2">{paragraph("数据来自镇水利站。")}</w:footnote>'
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        "</w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{paragraph('一、基本情况 1')}</w:sdtContent></w:sdt>"
    )
    return word_file(
        paragraph("石桥镇人大信息", font="方正大标宋简体", size=16, align="center"),
        paragraph("第12期", align="center"),
        paragraph("石桥镇人大关于农村饮水安全", **TITLE),
        paragraph("工作情况的调研报告", **TITLE),
        contents,
        paragraph(OPENING, run("三个村", marks="<w:b/>"), "水压不足", note, "。"),
        paragraph("一、基本情况", **HEI),
        paragraph("（一）工程建设", **KAI),
        paragraph("1.投入资金320万元，惠及1200户。"),
        paragraph("（1）新建水池3座。"),
        paragraph("存在的问题", **HEI),
        paragraph("管网老化。"),
        paragraph("附件：1.意见清单"),
        paragraph("石桥镇人民代表大会主席团", align="right"),
        paragraph("2026年3月5日", align="right"),
        extra={
            "word/footnotes.xml": notes.replace(
                "<w:footnote ", f"<w:footnotes {SPACES}><w:footnote ", 1
            )
            + "</w:footnotes>"
        },
    )


SAMPLES = {
    made.__name__: made
    for made in (
        pictures_in_a_table,
        numbered_lists,
        tracked_changes,
        text_box,
        made_by_wps,
        official_paper,
    )
}
