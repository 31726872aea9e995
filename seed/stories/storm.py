"""The night of the storm, minute by minute, and what was learned."""

PLAYS = """
@@ 2026-02-17 21:40 storm ria ; live ; love=34
**Storm. Live.** Code rood sinds negen uur, wind uit het noordwesten, windstoten boven de 120. We houden
alles hier bij, in één draad. Regel: wat, waar, wie. Geen vragen per telefoon als het ook hier kan.
> rachid: Ravensloo draait op eigen stroom sinds 21.36 uur. Net weg bij de netbeheerder.
> tjeerd: Ben onderweg naar Ravensloo. Boom op de Hogeweg, ik rijd om via Aalderveen.
> fatma: Milan en ik staan in Kerkwelle. Linde om, wortel heeft de 110 omhoog getrokken. Fontein van drie
meter.
>> ria: Welke afsluiters?
>>> fatma: 404 en 411. Die van 411 zit onder de linde.
> emre: Klantenservice: elf bellers uit Kerkwelle, ik zet de pagina aan.
>> fatma: Zeg erbij: rond middernacht. Ik beloof niks, maar ik mik.
> bart: Ik zit thuis met het planbord. Gerrit is vrij maar zegt dat hij al in de bus zit.
>> gerrit: Ik ben met pensioen in juni, niet in februari.
> stanley: Hoge Enk: aggregaat weigert. Accu dood. Ik heb er een in mijn eigen auto.
>> joke: Stanley, die is van je vrouw.
>>> stanley: Ze slaapt.
> arjan: Mast op de watertoren van Oosterwelle is weg. Geen beeld van Wielzicht en Sint Odrik. Ik zoek een
omweg.
> michiel: Wielzicht staat op automaat, die kan drie uur zonder ons. Daarna moet er iemand heen.
>> ali: Ik ga. Ik woon er het dichtst bij en ik kan toch niet slapen.
> ana: Ik heb data van de druksensoren via het oude netwerk! Vijf minuten oud, maar het is iets. Wielzicht
houdt 3,1 bar.
>> arjan: Je hebt een omweg gevonden die ik vorig jaar had willen weggooien.
>>> ana: Gooi nooit iets weg, Arjan.
> kimberly: Mevrouw in Kerkwelle met een thuisdialyse, Lindehof 6. Heeft nog water tot half één.
>> fatma: Milan loopt er nu heen met twee jerrycans. Hij is er in vier minuten.
>>> milan: Ben er. Ze had thee. Ik ook nu.
> carla: Ik ben naar de kantine gekomen. Er is soep. Wie langsrijdt neemt een thermoskan mee voor een ander.
>> ramon: Goud. Ik rijd een rondje met soep en de zaag.
> hamza: Als er leidingen open hebben gelegen: ik sta om vijf uur klaar met flessen. Zeg maar waar.
> shanti: Ik ga vast naar het lab, dan is de stoof warm als Hamza komt.
> gerrit: Linde is van 411 af. Ramon heeft hem opgetild als een baby.
> fatma: 411 DICHT. Fontein weg. Het is ineens heel stil in Kerkwelle.
> emre: Ik zie het aan de telefoon: nul wachtenden.
> sander: De streekomroep belt. Ik zeg: tweehonderdtien adressen zonder water, monteurs ter plaatse, rond
middernacht meer. Klopt dat?
>> ria: Klopt. Zeg ook dat niemand in de wind moet gaan kijken.
> stanley: Hoge Enk draait. Op de accu van een Opel Corsa.
> joke: Die accu krijgt een oorkonde.
> ali: Wielzicht: alles goed, donker, en er zit een uil op het hek. Ik blijf tot de mast terug is.
> reinier: Ik lees mee en loop niemand voor de voeten. Wat kan ik doen wat niemand anders nu kan?
>> ria: De burgemeester van Kerkwelle belt elke tien minuten. Neem hem van me over.
>>> reinier: Gedaan. Hij belt mij nu elke tien minuten.
> dylan: Aalderveen, schuur op de meterput. Geen lek, wel een geit. Geit is boos.
> els: Nieuwe ploeg voor zes uur is rond: Kees, Piotr, Bilal. Slapen jullie om vijf uur dan ook echt?
>> fatma: Ja mam.
> fatma: 00.09 uur. Kerkwelle heeft weer water. Negen minuten te laat. Sorry mevrouw Lindehof.
>> kimberly: Ze huilde aan de telefoon en vroeg hoe 'die jongen met de jerrycans' heet.
>>> milan: Zeg maar dat haar thee goed was.
> arjan: Mast terug om 02.48 uur. Alles zichtbaar. Ali, je mag de uil gedag zeggen.
> hamza +3h: Eerste monsters uit Kerkwelle genomen, 05.20 uur. Zonsopgang was belachelijk mooi.
> shanti +40m: Ontvangen, ingezet, koffie. Uitslag morgen rond deze tijd. Ga slapen, allemaal.
> ria +10m: Balans: 210 adressen, 2 uur 29 minuten, nul gewonden, één geit. Ik ben hier al twintig jaar en
heb nog nooit een nacht gehad waarin ik niet *één keer* hoefde te vragen waar iemand was. Dank jullie wel.
Deze draad gaat op slot.
> saskia +3h: Ik werd wakker en het was al opgelost, besproken en beschreven. Zo hoort het.

@@ 2026-02-19 13:20 storm bart ; love=17
Nabespreking stormnacht, met elf mensen uit zes afdelingen, drie kwartier. Wat we houden: **één draad.**
Wat we veranderen:
- accu's van aggregaten elk kwartaal testen (Stanley, niet met de Corsa)
- lijst van thuisdialyse en baby's bij de storingsdienst, met toestemming (Kimberly en Marloes)
- het oude netwerk blijft als omweg bestaan (Arjan en Ana)

Wat ik zelf leerde: plannen is in zo'n nacht vooral weten wie er wakker is.
> kimberly: Lijst is er voor de zomer. Toestemming vragen we gewoon aan de telefoon.
> stanley: Mijn vrouw vraagt waar haar oorkonde blijft.
>> joke: Hij wordt ingelijst. Met accu.
> ana: Ik schrijf op hoe de omweg werkt. In het Nederlands, dus controleer de lidwoorden.
> fatma: Goede lijst. Kort ook. Het kan dus.
"""
