"""The words by which a story is looked over, in Dutch and in English: few and common."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


# Words that hardly occur in the other language.
OF_LANGUAGE = {
    "nl": _words(
        "dat de een en er het hij ik je maar met naar niet om ook toen van voor was wij zij zijn",
    ),
    "en": _words(
        "a also and but for he his i it my not of she that the there to was we when with you",
    ),
}

# Who: a word for somebody, beside names.
PEOPLE = {
    "nl": _words(
        "baliemedewerker bewoner bewoonster buurman buurvrouw chauffeur collega dochter inwoner",
        "jongen klant leerling man meisje moeder monteur opzichter planner receptionist stagiair",
        "teamleider vader verpleegkundige voorman vrouw zoon",
    ),
    "en": _words(
        "boy clerk colleague customer daughter driver father foreman girl man mechanic mother",
        "neighbor neighbour nurse planner pupil receptionist resident son supervisor trainee woman",
    ),
}
TIMES = {
    "nl": re.compile(
        r"\b(?:gisteren|vanmorgen|vanochtend|vorig jaar|vorige (?:week|maand|zomer|winter|herfst|lente)|"
        r"afgelopen \w+|maandag\w*|dinsdag\w*|woensdag\w*|donderdag\w*|vrijdag\w*|zaterdag\w*|zondag\w*|"
        r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
        r"(?:jaar|jaren|weken|maanden|dagen) geleden|(?:kwart|half|tien|vijf) (?:voor|over) \w+|"
        r"om (?:\d{1,2}(?:[:.]\d\d)?|half \w+|\w+ uur)|(?:19|20)\d\d)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:yesterday|this morning|last (?:week|month|year|summer|winter|autumn|spring|night|\w+day)|"
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|"
        r"january|february|(?:in|last) march|april|in may|june|july|august|"
        r"september|october|november|december|(?:years|weeks|months|days) ago|"
        r"at (?:\d{1,2}(?:[:.]\d\d)?|half past \w+|\w+ o[’']clock)|(?:19|20)\d\d)\b",
        re.IGNORECASE,
    ),
}
PLACES = {
    "nl": re.compile(
        r"\b(?i:in|op|bij|aan|voor|achter|naast) (?:de|het|een|mijn|ons|onze) (?:\w+ )?"
        r"(?:loods|kantine|balie|werkplaats|depot|gang|keuken|kantoor|vergaderzaal|wachtkamer|afdeling|straat|"
        r"brug|dijk|school|garage|parkeerplaats|poort|hal|kamer|tafel|trap|lift|bus|auto|wagen|fabriek|"
        r"magazijn|steiger|kade|haven|sluis|verdieping|gemeentehuis|stadhuis|wijk|tuin|ziekenhuis|winkel|"
        r"station|zaal)\b"
        r"|\b(?:in|te|op|bij) [A-Z][\w-]{2,}",
    ),
    "en": re.compile(
        r"\b(?i:in|on|at|to|by|behind|beside|outside|inside|near) (?:the|an?|my|our) (?:\w+ )?"
        r"(?:shed|canteen|counter|desk|workshop|depot|corridor|kitchen|office|waiting room|ward|street|"
        r"bridge|dyke|school|garage|car park|gate|hall|room|table|stairs|lift|bus|car|van|factory|warehouse|"
        r"quay|harbour|lock|floor|town hall|garden|hospital|shop|station|yard)\b"
        r"|\b(?:in|at|near) [A-Z][\w-]{2,}",
    ),
}
TURNS = {
    "nl": re.compile(
        r"\b(?:ineens|opeens|plotseling|tot(?:dat)? (?:die|dat|er|op|ik|we|hij|zij|ze)|op dat moment|"
        r"maar toen|en toen|toen pas|toen (?:zei|vroeg|kwam|zag|ging)|vanaf (?:dat moment|die dag)|sindsdien|"
        r"het keerpunt|die(?:zelfde)? avond)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:suddenly|all at once|until (?:that|the|one|i|we|he|she|they)|at that moment|but then|"
        r"and then|from (?:that moment|that day|then) on|since then|that was when|that evening|"
        r"the turning point|then \w+ (?:said|asked|came|went|saw))\b",
        re.IGNORECASE,
    ),
}
DOUBTS = {
    "nl": re.compile(
        r"\b(?:twijfel\w*|(?:wist|weet) (?:ik )?(?:het )?(?:nog )?niet|ik nog niet weet|bang|onzeker\w*|"
        r"schaam\w*|mijn fout|ik had ongelijk|ik zat (?:er ?naast|fout|ernaast)|ik dacht dat|dacht ik dat|"
        r"durfde\w*|spijt|vergist\w*|had (?:ik )?(?:het )?moeten|lag (?:ik )?wakker)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:doubt\w*|(?:did not|didn[’']t|do not|don[’']t) (?:yet )?know|afraid|unsure|not sure|"
        r"ashamed|my mistake|i was wrong|i thought that|(?:did not|didn[’']t) dare|regret\w*|"
        r"should have|lay awake)\b",
        re.IGNORECASE,
    ),
}
ASKS = {
    "nl": re.compile(
        r"\b(?:doe mee|meld je|wil je|willen jullie|wie (?:wil|doet|gaat|kent|weet)|vertel (?:me|het|ons)|"
        r"laat (?:me )?weten|kom (?:langs|mee|kijken)|help (?:me|ons|mee)|probeer|"
        r"vraag (?:het|eens|morgen)|loop (?:eens|een)|schrijf|bel (?:me|eens)|ga (?:eens|morgen))\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:join|sign up|will you|would you|who (?:wants|will|knows|would)|tell (?:me|us)|let me know|"
        r"come (?:along|by|and)|help (?:me|us)|try|ask (?:me|one|somebody|a|your)|walk (?:a|along)|write|"
        r"call (?:me|somebody)|go and)\b",
        re.IGNORECASE,
    ),
}
# What hides who does what. What to say instead depends on the story.
JARGON = {
    "nl": _words(
        "agile aligneren alignment borgen borging businesscase commitment deliverable deliverables",
        "doorontwikkelen draagvlak empowerment faciliteren governance implementatie implementeren",
        "integraal inzetten kaders ketenpartners klantreis kpi kpi's mindset optimalisatie",
        "optimaliseren ownership proactief quickwin quickwins resultaatgericht roadmap scope scrum",
        "sprint stakeholder stakeholders synergie target targets transformatie transitie uitrol",
        "uitrollen verankeren",
    ),
    "en": _words(
        "actionable agile align alignment bandwidth buy-in commitment deliverable deliverables",
        "ecosystem embed empower empowerment facilitate governance holistic impactful implement",
        "implementation kpi kpis learnings leverage mindset optimisation optimise optimize ownership",
        "proactive roadmap rollout scope scrum sprint stakeholder stakeholders synergies synergy",
        "target targets transformation transition",
    ),
}


def language_of(text: str, usual: str) -> str:
    """ "nl" or "en", whichever has more of its small words in `text`; `usual` when that can't be told."""
    words = [word.lower() for word in WORD.findall(text)]
    counts = {language: sum(word in own for word in words) for language, own in OF_LANGUAGE.items()}
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] > min(counts.values()) else usual
