"""Autumn 2025: a rumour about a reorganisation, and how it was tamed."""

PLAYS = """
@@ 2025-09-09 15:12 klant rob ; love=5
Iets gehoord in de lift: Klantenservice zou 'ondergebracht' worden. Onder wat? Onder wie? Weet iemand dit?
> gea: In 2011 werden we ook ondergebracht. Toen zaten we een jaar in een kelder.
> lisanne: Ik hoorde het ook, maar dan over Planning.
> desiree: Ik weet van niets en dat zeg ik eerlijk. Ik ga het vragen en kom erop terug.
>> rob: Dank. Zelfs 'ik weet van niets' helpt.

@@ 2025-09-10 07:22 leidingnet dylan ; love=4
Ze zeggen dat alle wacht straks vanuit één plek gaat. Dan kan ik dus een uur rijden voor ik begin. Klopt
dat?
> ewout: Van wie heb je het?
>> dylan: Van iemand die het van een aannemer had.
> kees: Bij de OR ligt niets. Dat mag ik zeggen en dat zeg ik dus.
> gerrit: In 41 jaar heb ik elf reorganisaties gehoord en er drie meegemaakt. Eet je brood op.

@@ 2025-09-11 09:30 heel saskia ; love=16
Er gaan verhalen rond over een reorganisatie. Ik heb ze verzameld, want een verhaal dat je opschrijft
wordt kleiner:
1. Klantenservice gaat ergens 'onder'
2. de wacht gaat vanuit één plek
3. het lab wordt verkocht
4. er komt een tweede directeur
5. Ravensloo gaat dicht

Ik weet niet wat klopt. Ik heb de lijst vanochtend aan Reinier gegeven en gevraagd of hij per regel ja,
nee of weet-ik-niet wil zeggen.
> marjan: Verkocht? Aan wie? Met of zonder koelboxen?
>> saskia: Ik snap dat je er een grap van maakt, en ook dat het er geen is.
> ali: Nummer vijf hoor ik al sinds ik hier werk. Toch fijn om het te vragen.
> jeroen: Bij ons ging het over het magazijn. Zet dat er ook bij?
>> saskia: Staat erbij, nummer zes.
> hilde: Ik kan zeggen wat er op de agenda staat: niets hiervan. Dat is nog geen antwoord, maar wel een
feit.

@@ 2025-09-12 16:45 heel reinier ; love=9
Naar aanleiding van signalen hecht de directie eraan te benadrukken dat er thans geen voorgenomen
besluiten in de zin van
de Wet op de ondernemingsraden voorliggen. Over eventuele toekomstige ontwikkelingen wordt u te zijner
tijd geïnformeerd.
> saskia: Reinier, mag ik je maandag even spreken? Er zijn vier mensen die dit lezen als 'ja'.

@@ 2025-10-02 08:05 heel reinier ; love=31
Mijn bericht van 12 september was geen antwoord. Ik las het in het weekend terug en dacht: als mijn
dochter dit van haar
baas kreeg, zou ik zeggen *zoek maar vast iets anders*. Dus opnieuw, in gewoon Nederlands:

1. Klantenservice gaat nergens onder. **Nee.**
2. De wacht vanuit één plek: **nee.** Er ligt wel een vraag over reistijden, en die leg ik eerst aan de
mensen voor die rijden.
3. Het lab verkopen: **nee.** Wij laten ons eigen water niet door een ander proeven.
4. Tweede directeur: **weet ik niet.** De raad denkt erover na voor als ik met pensioen ga. Dat duurt nog
vier jaar.
5. Ravensloo dicht: **nee.** Er gaat juist geld naartoe.
6. Het magazijn: **weet ik niet.** Het is te klein. Ik kom er in november op terug, ook als ik dan nog
niets weet.

Ik ben hier niet goed in. Ik ben opgeleid om pas iets te zeggen als het klopt. Ik leer nu dat zwijgen ook
iets zegt.
> joke: Dit is het eerste bericht van u dat ik twee keer las omdat ik het wílde. Dank.
>> reinier: Dank, Joke. En zeg alsjeblieft Reinier.
> saskia: Dit is hem.
> gea: Zesentwintig jaar en nog nooit zo'n briefje gehad. Ik heb hem uitgeprint.

@@ 2025-10-03 07:40 leidingnet kees ; love=7
Voorgelezen in de keet, alle zes de punten. Het bleef stil tot punt vijf, toen zei Gerrit: 'Nou, dan kan
de koffie weer aan.'
> gerrit: En hij wás al koud.
> dylan: Ik neem terug wat ik over die aannemer zei. Nou ja, half.

@@ 2025-11-27 16:20 heel reinier ; love=24
Ik beloofde in november terug te komen op het magazijn, ook als ik niets wist. Ik weet nu dit: het blijft in
Oosterwelle, er komt een loods naast, en Jeroen heeft de eerste schets gemaakt op een pakbon. Die schets
is beter dan
die van het bureau. Oplevering: **vóór 1 oktober 2026.** Dat is mijn belofte en je mag me eraan houden.
> jeroen: De pakbon hangt ingelijst. Ik wil alleen nog een dak.
>> reinier: Het dak staat in de begroting, regel 14.
> saskia: Ik zet deze belofte met datum op je pagina.
"""
