"""People who arrive, and what they see that others no longer do."""

PLAYS = """
@@ 2025-08-20 14:02 nieuw bram ; love=8
Derde dag, ploeg B. Vragen tot nu toe: waarom heet de spoelpomp 'Truus', waarom mag niemand in de blauwe
stoel, en wat gebeurt er als je op die knop drukt?
> nienke: Truus was een collega. De stoel is van Corrie. De knop: niet doen.
> corrie: De knop is van de bel. De stoel is wel van mij.
> saskia: Welkom Bram! Met wie zou je weleens mee willen lopen?
>> bram: Met iemand die weet wat er in het water zit als ik klaar ben.

@@ 2025-11-19 10:30 nieuw lotte ; love=9
Eerste week als monsternemer. Ik dacht dat het ging om flesjes. Het gaat om honden, tuinhekjes en mensen
die even willen praten. En om flesjes.
> petra: Je leert snel. Hond van de Zandweg heet Poekie en is een leugen.
> marjan: Praten mag vijf minuten. Tien als er koek is.
> saskia: Je hebt een maatje: Leila van Digitaal. Zij weet niets van flesjes, dat is de bedoeling.

@@ 2026-02-05 11:25 nieuw dewi ; love=13
Nieuw bij Planning, vierde dag. Iedereen vertelt me over een brug, een bezem en een filter. Is er een
woordenboek?
> els: Brug: reistijd. Bezem: luister naar je collega's. Filter: vrijdag.
> tjeerd: Kom naar Ravensloo, dan laat ik je de bezem zien. Hij hangt.
> bart: En dinsdag zit je bij Fatma in de bus. Verplicht en leuk.
>> dewi: Moet ik een helm kopen?
>>> fatma: NEE.

@@ 2026-04-09 09:50 nieuw aimee ; love=11
Ik doe de zakelijke klanten sinds april: bakkers, stallen, zwembaden. Mijn eerste week belde ik twintig
bedrijven met één vraag: 'Wanneer merkt u ons?' Negentien zeiden: 'Nooit.' Eentje zei: 'Als jullie komen.'
> naima: Die ene zou ik als eerste terugbellen.
>> aimee: Gedaan! Het is een wasserij. Ze willen alleen een dag van tevoren bericht.
> karin: Kan ik regelen. Waarom vroeg niemand dat?
> desiree: Mooie vraag, en goed dat je hem gewoon stelde.

@@ 2025-06-04 15:36 nieuw oksana ; love=7
Hi! I'm Oksana, software developer, day three. I'm building the meter portal. I was told to "just walk in
anywhere". I walked into a meeting about soup.
> ana: That was the important meeting.
> saskia: Welcome! I'd like you to meet Zainab of customer service: she hears every day what people can't
find on our site.
> koen: Soep is hier een bestuurslaag. Welkom!

@@ 2026-06-25 10:11 vrij leila ; love=12
Taalmaatjes, tussenstand: elf duo's. Ignas leest met Gea oude facturen voor ('dan leer je alles wat je
níet moet zeggen'), Oksana wandelt met Gerda, en ik heb van Lotte geleerd hoe je iemand van zijn tuinhek
praat.
> ignas: 'Restitutie' is mijn nieuwe scheldwoord.
>> gea: Ik ben zo trots op hem.
> gerda: Oksana kent nu alle Nederlandse woorden voor modder.
> anouk: Er is plek voor nog vier duo's. Melden mag ook fluisterend.
"""
