"""A street that leaks and leaks, until three people put their notes side by side."""

PLAYS = """
@@ 2025-06-17 07:05 leidingnet milan ; love=6
Molenstraat, Lutterbroek. Zes. Zelfde straat, zelfde kant, twee meter verder naar de school. De directrice
bracht limonade en vroeg of
we een abonnement wilden.
> fatma: Ik heb alle data en afstanden op een stuk karton staan, in de bus.
> gerrit: Bewaar dat karton. Het weet meer dan het systeem.
> saskia: Zal ik uitzoeken wie de lijst voor vervanging maakt? Dan kan dat karton op reis.
>> fatma: Ja, maar ik wil het terug.

@@ 2026-01-21 10:15 lek naima ; love=18
Molenstraat, Lutterbroek. Ik heb mijn schriftje doorgebladerd: 34 gesprekken in twee jaar. In negen
daarvan zegt iemand hetzelfde: *'sinds de
vrachtwagens van het slibdepot hier langs komen'*. Dat was in maart 2023. Heeft iemand daar iets aan?
> fatma: Eerste lek op mijn karton: **april 2023.** Kippenvel.
>> naima: Serieus?
>>> fatma: Serieus. Ik heb negen lekken, jij hebt negen zinnen.
> harmen: Gerrit zei het in september: 'er rijdt iets zwaars, vraag het de buurt.' En niemand vroeg het de
buurt.
> gerrit: Ik heb ook weleens gelijk. Niet doorvertellen.
> jeroen: Het depot haalt hier ook zand. Vier assen, twintig per dag.
> bart: Ik plan daar vanaf nu geen klemmen meer maar een gesprek. Wie moet aan tafel?
>> fatma: Wie de lijst maakt. Ik heb hem nog nooit ontmoet.
>>> bart: Dat is Lars. Hij zit één trap boven de koffie.

@@ 2026-01-29 16:10 projecten lars ; love=22
Vandaag zat ik een uur met @fatma, @naima en @bart aan een tafel. Er lag een stuk karton op, een
schriftje, en mijn lijst.

Op mijn lijst stond de Molenstraat op **38**, met 'storingen: onbekend'. Onbekend telde als nul. Ik heb
dat zelf zo gebouwd. Met karton en schriftje
erbij staat hij op **1**. Ik heb sorry gezegd, en dat zeg ik hier ook.
> fatma: Je had ook niet naar beneden kunnen komen. Je kwam wel, en je nam je laptop mee.
> naima: 'Onbekend telt niet als nul.' Mag die boven alle deuren?
> sjoukje: Ik had het een 'gok met decimalen' genoemd en er verder niets aan gedaan. Ook sorry.
> meryem: Ik pak het project. Wie doet mee met de bewoners?
>> naima: Ik. Ik ken ze al bij stem.

@@ 2026-03-12 14:26 projecten meryem ; love=13
Molenstraat: ontwerp klaar, gemeente akkoord, en het slibdepot rijdt vanaf juni om. Dat laatste kostte één
koffie met de eigenaar. Hij wist van niets.
> fatma: Drie jaar lekken en één koffie.
> farid: Wethouder wil meteen de stoep meenemen. Dat mag, als hij hem zelf betaalt.
> janwillem: Ik reken hem door op 160, dan heeft de school ook bij brand genoeg.

@@ 2026-06-16 08:12 lek fatma ; love=19
Eerste schop de grond in, Molenstraat. Gerrit mocht de tegel lichten, dat leek ons passend. Hij zei: 'Nou.
Eindelijk.' Meer toespraak was er niet.
> gerrit: Er was ook koek.
> naima: De hele straat stond voor het raam. Nummer 12 heeft geklapt.
> lars: Ik was er ook bij, achteraan, met schone laarzen. Ik kreeg er een opmerking over.
>> fatma: Die heb je verdiend. Kom nog eens, dan worden ze vanzelf vies.
"""
