"""What the list and the board of suggestions show, asked by hand."""

from datetime import date, timedelta
from typing import Any

Values = dict[str, Any]
ROWS = 50
COUNTY = 1
IN_SIGHT = """
    congress_id IN (SELECT id FROM organisations_organisation
        WHERE id = %(county)s OR parent_id = %(county)s)
    AND state NOT IN ('draft', 'awaiting_cosigners')
"""
LATE = """
    AND EXISTS (SELECT 1 FROM suggestions_clock WHERE suggestion_id = s.id
        AND stopped_on IS NULL AND event <> 'return' AND due < %(today)s)
"""
LIST = """
    WITH shown AS (
        SELECT s.id, congress_id, title, reference, state, created_at FROM suggestions_suggestion s
        WHERE {sight} {late}
        ORDER BY created_at DESC, s.id DESC LIMIT %(rows)s OFFSET %(skipped)s
    )
    SELECT title, congress.name, coalesce(reference, ''), lead.name,
        coalesce((SELECT string_agg(unit.name, '、' ORDER BY a.id)
            FROM suggestions_assignment a
            JOIN organisations_organisation unit ON unit.id = a.unit_id
            WHERE a.suggestion_id = shown.id AND a.ended_at IS NULL), ''),
        due, state
    FROM shown JOIN organisations_organisation congress ON congress.id = congress_id
    LEFT JOIN LATERAL (SELECT name FROM suggestions_signatory
        JOIN organisations_deputy d ON d.id = deputy_id
        JOIN organisations_user u ON u.id = d.user_id
        WHERE suggestion_id = shown.id AND part = 'lead') lead ON true
    LEFT JOIN LATERAL (SELECT due FROM suggestions_clock
        WHERE suggestion_id = shown.id AND stopped_on IS NULL AND event <> 'return'
        ORDER BY due, id LIMIT 1) clock ON true
    ORDER BY created_at DESC, shown.id DESC
"""
COUNT = "SELECT count(*) FROM suggestions_suggestion s WHERE {sight} {late}"

OVERSEEN = f"SELECT id FROM suggestions_suggestion s WHERE {IN_SIGHT} {{year}}"
IN_YEAR = "AND submitted_at >= %(first)s AND submitted_at < %(last)s"
WORSE = "CASE WHEN 'dissatisfied' IN (r.reply, r.result) THEN 'dissatisfied' "
FIGURES = {
    "states": """
        SELECT 'state.' || state, count(*) FROM suggestions_suggestion
        WHERE id IN ({seen}) GROUP BY state
    """,
    "ratings": f"""
        SELECT said, part, count(*) FROM (
            SELECT number || '.' || {WORSE}
                WHEN 'basically_satisfied' IN (r.reply, r.result) THEN 'basically_satisfied'
                WHEN r.id IS NOT NULL THEN 'satisfied' WHEN s.state = 'closed' THEN 'missing'
                ELSE 'open' END AS said, part
            FROM suggestions_suggestion s
            JOIN generate_series(1, 2) number ON number < s.round_no
                OR number = s.round_no AND s.state IN ('replied', 'closed')
            JOIN suggestions_signatory g ON g.suggestion_id = s.id AND g.answer = 'confirmed'
            LEFT JOIN suggestions_rating r ON r.signatory_id = g.id AND r.round_no = number
            WHERE s.id IN ({{seen}})
        ) given GROUP BY said, part
    """,
    "units": """
        SELECT unit_id, name, count(*) FROM suggestions_assignment a
        JOIN organisations_organisation unit ON unit.id = unit_id
        WHERE suggestion_id IN ({seen}) AND ended_at IS NULL AND role <> 'upward'
        GROUP BY unit_id, name
    """,
    "dissatisfied": f"""
        SELECT 'unit.' || unit_id || '.dissatisfied', count(*) FROM suggestions_assignment a
        JOIN (SELECT DISTINCT ON (r.suggestion_id) r.suggestion_id, {WORSE} END AS said
            FROM suggestions_rating r JOIN suggestions_signatory g ON g.id = signatory_id
            WHERE part = 'lead' AND r.suggestion_id IN ({{seen}})
            ORDER BY r.suggestion_id, r.round_no DESC
        ) last ON last.suggestion_id = a.suggestion_id AND said IS NOT NULL
        WHERE a.suggestion_id IN ({{seen}}) AND ended_at IS NULL
            AND role NOT IN ('upward', 'co_handler')
        GROUP BY unit_id
    """,
    "replies": """
        SELECT result_class, unit_id, count(*) FROM (
            SELECT DISTINCT ON (assignment_id) result_class, assignment_id
            FROM suggestions_reply WHERE suggestion_id IN ({seen}) AND state = 'released'
                AND taken_from_id IS NULL ORDER BY assignment_id, round_no DESC
        ) last JOIN suggestions_assignment a ON a.id = assignment_id
        GROUP BY result_class, unit_id
    """,
    "clocks": """
        SELECT 'clock.' || CASE WHEN due < %(today)s THEN 'late'
            WHEN due <= %(soon)s THEN 'soon' ELSE 'later' END AS code, count(*) FROM (
            SELECT suggestion_id, min(due) AS due FROM suggestions_clock c
            JOIN suggestions_suggestion s ON s.id = suggestion_id
            WHERE s.id IN ({seen}) AND event NOT IN ('return', 'feedback') AND stopped_on IS NULL
                AND s.state NOT IN ('closed', 'withdrawn', 'not_accepted', 'merged')
            GROUP BY suggestion_id
        ) nearest GROUP BY code
    """,
    "given": """
        SELECT 'reply.' || CASE WHEN stopped_on > due THEN 'late' ELSE 'on_time' END AS code,
            count(*)
        FROM suggestions_clock WHERE suggestion_id IN ({seen}) AND met
            AND event IN ('reply', 'rehandling') GROUP BY code
    """,
    "late": """
        SELECT 'unit.' || unit_id || '.late', count(*) FROM suggestions_clock c
        JOIN suggestions_suggestion s ON s.id = suggestion_id
        JOIN suggestions_assignment a ON a.id = assignment_id
        WHERE s.id IN ({seen}) AND event NOT IN ('return', 'feedback') AND stopped_on IS NULL
            AND due < %(today)s AND s.state NOT IN ('closed', 'withdrawn', 'not_accepted', 'merged')
        GROUP BY unit_id
    """,
    "years": """
        SELECT DISTINCT extract(year FROM submitted_at AT TIME ZONE 'Asia/Shanghai')::int
        FROM suggestions_suggestion WHERE id IN ({all_seen}) ORDER BY 1 DESC
    """,
    "congresses": """
        SELECT id, name FROM organisations_organisation
        WHERE id IN (SELECT congress_id FROM suggestions_suggestion WHERE id IN ({all_seen}))
    """,
}


def asked_list(cursor: Any, today: date, page: int, late: bool) -> tuple[int, list[Any]]:
    """How many there are, and the rows of the page."""
    parts = {"sight": IN_SIGHT, "late": LATE if late else ""}
    values = {"county": COUNTY, "today": today, "rows": ROWS, "skipped": (page - 1) * ROWS}
    ((number,),) = cursor.execute(COUNT.format(**parts), values).fetchall()
    return number, cursor.execute(LIST.format(**parts), values).fetchall()


def asked_board(cursor: Any, today: date, year: int | None) -> dict[str, list[Any]]:
    """The rows of every question by its name."""
    values: Values = {"county": COUNTY, "today": today, "soon": today + timedelta(days=10)}
    if year:
        values |= {"first": f"{year}-01-01 00:00+08", "last": f"{year + 1}-01-01 00:00+08"}
    parts = {
        "seen": OVERSEEN.format(year=IN_YEAR if year else ""),
        "all_seen": OVERSEEN.format(year=""),
    }
    return {
        name: cursor.execute(question.format(**parts), values).fetchall()
        for name, question in FIGURES.items()
    }
