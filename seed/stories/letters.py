"""Letters that nobody understood, rewritten with the people who got them."""

PLAYS = """
@@ 2025-10-16 13:33 klantverhalen gea ; love=9
Mevrouw, 79, las me haar eindnota voor. Bij 'restitutie van het teveel betaalde voorschot' vroeg ze of ze
iets misdaan had. Ze kreeg 43 euro terug.
> naima: Ik heb er 61 van deze in een schriftje. En dat was één maand.
> saskia: Ik wil dat Cemile dit leest. Mag ik jullie bij elkaar zetten?
>> gea: Eindelijk iemand met een rode pen.

@@ 2026-01-20 09:25 verhuis cemile ; love=17
Nieuwe ruimte, één doel: brieven die kloppen. Werkwijze: Gea en Naima kiezen de brief, ik schrijf, drie
klanten lezen hem hardop. Waar ze haperen, is de brief fout en niet de klant.

Eerste brief: de eindnota. Wie durft er te zeggen welke zin eruit mag?
> gea: 'Restitutie'. En 'middels'. En alinea drie tot en met zeven.
> naima: Zet 'u krijgt 43 euro terug' bovenaan. Dat is het nieuws.
> marloes: Juridisch moet er één zin blijven. Ik heb hem al korter gemaakt: van 61 woorden naar 14.
>> cemile: Marloes, dit is liefde.
> shanti: Mag een laborant ook meedoen? Wij schrijven 'niet aangetoond in 100 ml' en bedoelen 'schoon'.
>> naima: 'Schoon, en we hebben goed gekeken.' Zo zeg ik het aan de telefoon.
>>> shanti: Die is beter dan alles wat wij ooit hebben verstuurd.
> ton: Mijn team wil bij het hardop lezen zijn. Om te horen, niet om te verdedigen.

@@ 2026-03-17 15:42 verhuis naima ; love=16
Bruin water! De tekst op de website begon met 'IJzer- en mangaanafzettingen'. Met Shanti aan tafel hebben
we er dit van gemaakt: *'Uw water is bruin. Dat ziet er vies uit, maar het is ijzer en niet schadelijk.
Laat de koude kraan lopen tot het helder is. Even geen was.'*
> shanti: Ik heb er één komma aan toegevoegd, uit plicht.
> fatma: Zet erbij dat ze ons mogen bellen als het na een half uur niet weg is. Dan is er echt iets.
>> naima: Erbij gezet, met het nummer dat wél opneemt.
> ria: Fijn! Scheelt ons de helft van de 'voor niks'-ritten.
> tjeerd: Hang deze in elke kleedkamer. Wij zeggen ook 'mangaan' tegen onze buren.

@@ 2026-06-23 11:50 verhuis ton ; love=13
De nieuwe eindnota is eruit! Vierduizend stuks. Ik zat vanochtend klaar voor de telefoonpiek. Het is half
twaalf en we hebben drie mensen gehad, van wie één om te zeggen dat hij hem *mooi* vond.
> gea: Mooi. Een eindnota. Ik ga even zitten.
> cemile: Hang dat op! Wie was die ene?
>> ton: Een leraar. Die van de rode pen.
> naima: Hij had hem nu helemaal niet nodig, zei hij. Ik heb zijn rode pen gekregen.
> herman: Drie. Vorige keer 214 op de eerste dag.
"""
