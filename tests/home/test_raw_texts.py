"""What a page's blocks say, read without making their pictures and documents."""

from home.models.raw_texts import documents_in, texts_in
from tests.factories.home import make_document, make_image, make_news
from tests.routes.world import World


def test_every_kind_of_block(site: World, django_assert_num_queries):
    shown, linked = make_document(site.county), make_document(site.county)
    link = f'<p>见<a id="{linked.pk}" linktype="document">附件</a>与<b>正</b>文</p>'
    picture = {"image": make_image(site.county), "alternative": "水厂外景", "caption": "水厂"}
    table = {"data": [["类别", "件数"], ["饮水", None]], "table_header_choice": "row"}
    page = make_news(
        site.county,
        body=[
            ("paragraph", link),
            ("heading", "一、水"),
            ("picture", picture),
            ("table", table),
            ("document", shown),
        ],
    )
    page.refresh_from_db()
    with django_assert_num_queries(0):
        assert set(" ".join(texts_in(page)).split()) == {
            *["见附件与正文", "一、水", "水厂外景", "水厂", "类别", "件数", "饮水"]
        }
        assert documents_in(page) == {shown.pk, linked.pk}
