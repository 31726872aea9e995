"""The digital meter: objections first."""

PLAYS = """
@@ 2025-06-03 09:14 meters koen ; love=7
Start van het programma. Mijn eerste regel: **elk bezwaar krijgt hier een eigen bericht, en een antwoord
met een naam eronder.** Nog niemand heeft mij overtuigd dat iets onzin was.
> leila: En wat doen we met bezwaren waar we geen antwoord op hebben?
>> koen: Die blijven bovenaan staan. Rood.
> saskia: Ik breng je de bezwaren die ik buiten hoor. Nummer één: 'wie kijkt er mee?'

@@ 2025-09-23 14:40 meters koen ; love=6
Proefwijk Oosterwelle-Noord: 310 meters, 22 zwijgen, 14 bezwaren, één taart. De taart kwam van iemand die
's nachts een lek had en het zelf zag in de grafiek.
> samira: Die 22 zitten bijna allemaal in een betonnen put.
> saskia: Zal ik Moniek vragen hoe diep die putten zijn? Zij lag in de helft.
>> koen: Graag. Waarom hebben we haar niet meteen gevraagd?

@@ 2026-02-10 13:50 meters moniek ; love=15
Ze vroegen me hoe diep de putten in Noord zijn. Ik heb er honderd gezien, dus hier: kniehoog 40, heuphoog
50, 'waar is Moniek' 10. Antenne aan het deksel in plaats van aan de meter, dan is het opgelost. Mag ik
voorstellen dat iemand dit vraagt *vóór* er driehonderd gekocht worden?
> koen: Ja. Volle schuld bij mij. Wil je meedenken over wijk twee?
>> moniek: Ja. Tussen acht en twaalf, dan lig ik toch ergens.
> ana: Ik heb je 'waar is Moniek' als categorie in de tabel gezet. Officieel.
> bart: Ik plan je een halve dag in de week voor het programma. Niet erbij, maar in plaats van.
> naima: In gesprekken zeg ik nu: 'onze Moniek heeft het bedacht'. Mensen vertrouwen Moniek.

@@ 2026-05-28 10:45 meters oksana ; love=12
Question for everybody who talks with customers: in the portal people can see hourly usage. Should a
*household* see it by default, or only after a click? I think: only after a click. A teenager should be
able to shower in peace.
> naima: Na een klik. Ik had vorige week een moeder die het 'handig' vond. De zoon vond het minder.
> marloes: Na een klik, en per bewoner uit te zetten. Dank dat je het vraagt vóór je het bouwt! Mijn
lijfspreuk.
>> oksana: I know. It hangs above my desk.
> zainab: Zet er ook 'waarom zie ik dit?' bij. Dat vragen ze altijd als tweede.
"""
