"""What interventions say, in Dutch and English, to people who never heard of a network measure."""

from collections.abc import Mapping
from types import MappingProxyType

from knoop.network.interventions import Evidence, Intervention

_EN = {
    "I1.connected": "The largest group that hangs together holds {share} of the active people. Groups of "
    "ten people or more that stand apart: {parts}.",
    "I1.convene": "Look for two groups that talk about the same thing without knowing of each other. "
    "Invite a few people from both to one conversation, and introduce them yourself.",
    "I2.kept": "Much runs through one person. Without them {share} of the connected people would "
    "still be connected.",
    "I2.triangles": "Introduce the people who all know this one person to each other, two or three at a "
    "time, around something they share. And ask somebody else to help with connecting, so "
    "that it isn't one person's job.",
    "I3.silo": "{one} and {other} have less contact than chance would give, and news between them is "
    "{share} as fresh as between most units.",
    "I3.bridge": "Open a space for something both are working on. Ask one person from each unit, who "
    "would like to, to be the connection, and tell everybody who they are.",
    "I4.dependency": "{share} of all requests land with the busiest 5% of people, and what waits "
    "unanswered grew three weeks in a row: from {before} to {now}.",
    "I4.route": "Collect the answers that are given over and over on one page. Send new questions to "
    "others who know about it too, and thank those who carried the load.",
    "I5.answered": "{share} of posts had an answer within 72 working hours. Waiting now: {waiting}.",
    "I5.newcomers": "Among those waiting, somebody's very first post: {count}.",
    "I5.buddies": "Divide what waits among a few colleagues who like to help. First posts by newcomers "
    "come first: people who get an answer, whatever its tone, come back more often.",
    "I6.acknowledged": "{share} of signals got a reply from a named owner in time. The promise is to nearly "
    "everybody.",
    "I6.told": "{share} of the people who gave a signal have heard what came of it.",
    "I6.open": "Signals still open: {count}.",
    "I6.owners": "Go through the open signals with their owners, oldest first. Tell the people who "
    "gave them where things stand, also when the answer is no or not yet.",
    "I7.ties": "After {days} days, colleagues in contact both ways: {count}. It takes most people a while.",
    "I7.introduce": "Introductions make it easier: three colleagues who work on something close to this, "
    "a quarter of an hour with each.",
    "I8.expert": "At least four in five answers about {topic} come from one person. Answers so far: "
    "{answers}.",
    "I8.second": "Ask this colleague to work out loud for an hour: show how it's done, and let people "
    "ask. Find a second person who would like to learn it, and let the two share the "
    "questions.",
    "I9.staff": "{share} of posts still come from staff, while the network is at stage {stage} and "
    "can stand on its own.",
    "I9.hand_over": "Talk a little less yourself. Hand over a ritual, such as the weekly question or the "
    "welcome, to somebody whom colleagues already turn to.",
    "I10.emerging": "Colleagues turn to {person} more and more. {person} has no contact yet with anybody "
    "two levels up.",
    "I10.sponsor": "Ask whether a mentor or a mandate would be welcome. Speak with the line manager only "
    "if the answer to that, too, is yes.",
    "I11.fewer": "Fewer people come by: from {before} to {now} a week, three weeks running. New posts "
    "keep coming.",
    "I11.ask": "Send fewer announcements. Ask a question you don't know the answer to yourself, or "
    "tell a story with a person and a place in it.",
    "I5.requests": "Of {asked} messages and mentions to a person {share} had an answer from that person "
    "within three working days. Waiting now: {waiting}.",
    "I5.agree": "Ask a few teams where questions get stuck. Agree on one place to ask and on who looks "
    "there each day: people who get an answer, whatever its tone, come back more often.",
    "I11.fewer_act": "Fewer people take part: from {before} to {now} a week, three weeks running. What is "
    "written stays as much.",
    "log.requests": "Only what this log shows counts: what needed no answer, or had it in the corridor or by "
    "phone, looks unanswered here.",
    "log.acts": "Only who wrote or reacted counts: this log doesn't show who only reads.",
    "under": "under 1%",
    "over": "over 99%",
}

_NL = {
    "I1.connected": "De grootste groep die samenhangt telt {share} van de actieve mensen. Groepen van "
    "tien mensen of meer die los staan: {parts}.",
    "I1.convene": "Zoek twee groepen die over hetzelfde praten zonder van elkaar te weten. Nodig uit "
    "allebei een paar mensen uit voor één gesprek en stel ze zelf aan elkaar voor.",
    "I2.kept": "Veel loopt via één persoon. Zonder diegene zou {share} van de verbonden mensen "
    "verbonden blijven.",
    "I2.triangles": "Stel mensen die allemaal deze ene persoon kennen aan elkaar voor, met twee of drie "
    "tegelijk, rond iets wat ze delen. En vraag iemand anders om mee te verbinden, zodat "
    "het niet van één persoon afhangt.",
    "I3.silo": "{one} en {other} hebben minder contact dan toeval zou geven, en nieuws over en weer "
    "is {share} zo vers als tussen de meeste afdelingen.",
    "I3.bridge": "Open een ruimte voor iets waar beide aan werken. Vraag uit elke afdeling één "
    "medewerker die dat leuk vindt om verbinder te zijn, en vertel iedereen wie dat zijn.",
    "I4.dependency": "{share} van alle vragen komt terecht bij de drukste 5% van de mensen, en wat op "
    "antwoord wacht groeide drie weken achter elkaar: van {before} naar {now}.",
    "I4.route": "Verzamel de antwoorden die telkens terugkomen op één pagina. Stuur nieuwe vragen "
    "naar anderen die er ook van weten, en bedank wie het al die tijd droeg.",
    "I5.answered": "{share} van de berichten kreeg antwoord binnen 72 werkuren. Wacht nu nog: {waiting}.",
    "I5.newcomers": "Daaronder iemands allereerste bericht: {count}.",
    "I5.buddies": "Verdeel wat wacht over een paar collega's die graag helpen. Eerste berichten van "
    "nieuwe mensen gaan voor: wie antwoord krijgt, in welke toon ook, komt vaker terug.",
    "I6.acknowledged": "{share} van de signalen kreeg op tijd een reactie van een eigenaar met naam. De "
    "belofte geldt voor bijna iedereen.",
    "I6.told": "{share} van de mensen die een signaal gaven heeft gehoord wat ervan kwam.",
    "I6.open": "Signalen die nog open staan: {count}.",
    "I6.owners": "Loop de open signalen met hun eigenaren langs, de oudste eerst. Vertel wie ze gaf "
    "hoe het ervoor staat, ook als het antwoord nee is of nog niet.",
    "I7.ties": "Na {days} dagen, collega's met contact over en weer: {count}. Bij de meeste mensen "
    "kost dat tijd.",
    "I7.introduce": "Kennismaken maakt het makkelijker: drie collega's die aan iets werken wat hierop "
    "lijkt, met elk een kwartier.",
    "I8.expert": "Minstens vier van de vijf antwoorden over {topic} komen van één persoon. Antwoorden "
    "tot nu toe: {answers}.",
    "I8.second": "Vraag deze collega een uur hardop te werken: laat zien hoe het gaat en laat mensen "
    "vragen stellen. Zoek een tweede die het wil leren, en laat die twee de vragen delen.",
    "I9.staff": "{share} van de berichten komt nog van de staf, terwijl het netwerk in fase {stage} "
    "is en op eigen benen kan staan.",
    "I9.hand_over": "Zeg zelf iets minder. Geef een vast moment, zoals de vraag van de week of het "
    "welkom, aan iemand bij wie collega's toch al aankloppen.",
    "I10.emerging": "Collega's kloppen steeds vaker aan bij {person}. {person} heeft nog geen contact met "
    "iemand twee lagen hoger.",
    "I10.sponsor": "Vraag of een mentor of een mandaat welkom is. Praat er alleen met de leidinggevende "
    "over als ook daarop het antwoord ja is.",
    "I11.fewer": "Er komen minder mensen langs: van {before} naar {now} per week, drie weken achter "
    "elkaar. Nieuwe berichten blijven wel komen.",
    "I11.ask": "Stuur minder mededelingen. Stel een vraag waar je zelf het antwoord niet op weet, of "
    "vertel een verhaal met een mens en een plek erin.",
    "I5.requests": "Van {asked} berichten en vermeldingen aan één persoon kreeg {share} binnen drie "
    "werkdagen antwoord van diegene. Wacht nu nog: {waiting}.",
    "I5.agree": "Vraag een paar teams waar vragen blijven liggen. Spreek één plek af om te vragen, en wie "
    "daar elke dag kijkt: wie antwoord krijgt, in welke toon ook, komt vaker terug.",
    "I11.fewer_act": "Er doen minder mensen mee: van {before} naar {now} per week, drie weken achter elkaar. "
    "Geschreven wordt er evenveel.",
    "log.requests": "Alleen wat in dit logboek staat telt mee: wat geen antwoord nodig had, of het op de "
    "gang of aan de telefoon kreeg, lijkt hier onbeantwoord.",
    "log.acts": "Alleen wie schreef of reageerde telt mee: wie alleen leest, is in dit logboek niet te zien.",
    "under": "minder dan 1%",
    "over": "meer dan 99%",
}

TEXTS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"en": MappingProxyType(_EN), "nl": MappingProxyType(_NL)}
)

BASIS: Mapping[str, str] = MappingProxyType(
    {
        "I1": "Krebs & Holley (2002)",
        "I2": "Krebs & Holley (2002)",
        "I3": "Krackhardt & Stern (1988); Burt (2004)",
        "I4": "Cross, Rebele & Grant (2016)",
        "I5": "Joyce & Kraut (2006)",
        "I6": "Hirschman (1970); Morrison (2011)",
        "I7": "Feeley & Barnett (1997)",
        "I8": "Stepper (2015)",
        "I9": "Millington, FeverBee",
        "I10": "Balogun (2003); Kotter (1996)",
        "I11": "Nielsen (2006); Denning (2005)",
    }
)


class UnknownText(LookupError):
    """A language or a code without a text. The message names it."""


def said(code: str, language: str, values: Mapping[str, int | float | str] | None = None) -> str:
    """A text in a language, its gaps filled.

    Raises: UnknownText for a language or code that has none.
    """
    try:
        text = TEXTS[language][code]
    except KeyError:
        raise UnknownText(
            f"There is no text {code!r} in {language!r}. Languages: {', '.join(TEXTS)}."
        ) from None
    return text.format(**{name: _number(value, language) for name, value in (values or {}).items()})


def evidence_said(evidence: Evidence, language: str) -> str:
    """What was seen, as a sentence."""
    return said(evidence.code, language, evidence.values)


def as_json(found: Intervention) -> dict[str, object]:
    """What other programs read: codes and values, with the English sentences beside them."""
    evidence = [
        {"code": seen.code, "values": dict(seen.values), "sentence": evidence_said(seen, "en")}
        for seen in found.evidence
    ]
    advice = {"code": found.advice, "sentence": said(found.advice, "en")}
    return {"rule": found.rule, "evidence": evidence, "advice": advice}


def _number(value: int | float | str, language: str) -> str:
    """A float is a share; it is never rounded to none or all, because that would be untrue."""
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        grouped = f"{value:,}"
        return grouped.replace(",", ".") if language == "nl" else grouped
    if 0 < value < 0.01:
        return TEXTS[language]["under"]
    if 0.99 < value < 1:
        return TEXTS[language]["over"]
    return f"{value:.0%}"
