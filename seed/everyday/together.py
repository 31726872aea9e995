"""Everyday talk in the shared spaces, where anybody may begin and anybody may answer."""

SITUATIONS = """
== * ; space=heel ; till=2025-04-10
Gezocht: gele opbergkist met touwen, voor het laatst gezien in {plaats}. Hij is van ons team.
| Wie van welke afdeling gaat er eigenlijk over de bewegwijzering in het gebouw? Bezoek loopt elke {dag}
  verkeerd.
| Vraag: mogen we de vergaderkamer op de tweede ook zonder reservering gebruiken als hij leeg is?
> #23 Die vraag had ik ook al.
== * ; space=kantine ; from=2025-04-07
Ik heb {lekkers} meegenomen, staat bij de koffie. Weg is weg, en dat is meestal om kwart over tien.
| {lekkers} van mijn moeder. Ze vraagt eerlijk oordeel, dus lieg alsjeblieft een beetje.
| Vandaag jarig. Er is {lekkers}, en er zijn geen toespraken.
> #12 Om tien over tien was er al alleen nog papier. Schande. Lekker papier.
>> Volgende keer bak ik twee bakken. Beloofd.
> #2 Zeg tegen je moeder dat er ruzie om was.
>> Dan belt ze vanavond de hele familie.
> #3 Gefeliciteerd! En bedankt voor geen toespraken.
> Is er iets zonder noten bij? Ik vraag het voor ik spring.
> Buitendienst weer te laat. We bouwen een geheime voorraad.
>cm Zet je het voortaan ook op het bord bij de monteurs? Die lopen het steeds mis.
== * ; space=kantine ; from=2025-04-07
Fietsers: {n} graden en wind mee terug. Wie rijdt er om vijf uur richting {plaats}?
| Wie heeft er een fietspomp die wél werkt? Die in de stalling blaast vooral zelf uit.
| Carpool {plaats}: ik heb twee plekken, {weekdag} en {weekdag2}, radio onderhandelbaar.
> #1 Ik rij mee, tot de brug.
>> Kwart over bij de stalling dan.
> #2 Pomp staat bij mij onder het bureau, met een ketting eraan. Niet voor niets.
> #3 Ik wil wel mee, als de radio echt onderhandelbaar is.
>> Alles behalve polka.
> #13 Mooi initiatief. Kan er een vaste lijst komen?
>cm #13 Ik hang een kaartje op met wie vanuit {plaats} komt. Zet je naam erop.
== * ; space=kantine ; from=2025-04-07
Kinderen willen weten wat ik doe. Ik zei: 'ervoor zorgen dat er niks gebeurt als je de kraan opendraait.'
  Beter idee?
| Mijn buurman dacht dat water 'gewoon van de gemeente' kwam. Een uur later had hij spijt van zijn vraag.
| Wat zeg jij op een verjaardag als iemand vraagt of kraanwater wel gezond is?
> #3 Ik zeg: ik drink het al {tien} jaar en kijk eens hoe ik eruitzie. Werkt niet altijd.
> #1 Mooie uitleg! Ik zeg altijd dat ik in de ondergrondse zit.
>> Die is beter, die neem ik.
> #3 Ik schenk ze dan een glas in en zeg niets.
>lab #3 Ik zeg dat we er {n} keer per dag naar kijken, ergens in het gebied. Dan is het stil, en dan komt
  er koffie.
>cm Verzamelen jullie deze? Dan maak ik er een boekje voor nieuwkomers van.
== * ; space=foto ; from=2025-07-01
Zonsopgang boven {station}, {dagdeel} genomen. Het blijft een mooie werkplek.
| Foto: {dier}, vlak bij {station}. Hij keek alsof ík daar niet hoorde.
| De watertoren van {plaats} in de mist. Alleen het puntje stak eruit, als een potlood.
> Prachtig. Hangt deze binnenkort in de hal?
>> Als Djoeke hem recht zet, graag.
> #13 Jaloers. Mijn uitzicht is een printer.
> Welke camera? Of gewoon de telefoon?
>> Gewoon de telefoon, en te vroeg opstaan.
> #3 Daar ben ik als kind nog overheen geklommen. Mocht toen al niet.
>cm Mag deze op de voorpagina, met je naam erbij?
== * ; space=veilig ; from=2025-05-12
Melding: bij {station} ligt het rooster los bij de trap. Lint erom, {dagdeel} gezien, niet gevallen.
| Bijna: trap van de bus half uitgeklapt, bijna {n} treden tegelijk genomen. Sluiting versleten, bus
  staat stil.
| Gezien in {plaats}: aannemer zonder helm onder een last. Aangesproken, helm ging op. Viel mee.
> #1 Dank voor het melden. Rooster is {dagdeel} vastgezet.
> #3 Knap dat je het zei. Dat doet niet iedereen.
>> Mijn hart bonkte wel, eerlijk gezegd.
> #2 Die sluiting hebben meer bussen. Ik laat ze allemaal nakijken.
>> Fijn. Dan weet ik dat het ergens landt.
> #3 Goed gedaan. Zo hoort een stilleg-moment te gaan.
>cm #12 Bij wie ligt dit nu? Ik wil je volgende week kunnen zeggen wat ermee gebeurd is.
== * ; space=klantverhalen ; from=2025-06-16
Bij {klantplek} in {plaats} geweest. Kraan open, alles weer goed, en toen kwam pas het verhaal. Een uur
  gebleven.
| 'U bent de eerste die het uitlegt zonder te zuchten', zei {klantplek} uit {plaats}. Ik wist niet dat we
  zuchtten.
| {klantplek} in {plaats} heeft een kaartje gestuurd: 'Aan die van het water.' Hangt nu bij ons op de deur.
> #1 Dat uur is geen verloren uur. Dank je voor het delen.
> #2 We zuchten. Ik heb het daarna bij mezelf geteld.
>> Hoeveel keer?
>>> Dat blijft tussen mij en mijn koptelefoon.
> #3 Wat een mooi kaartje. Ik zou er iets van terug willen sturen.
> Zulke verhalen zouden we bij de inwerkdag moeten voorlezen.
>cm Die neem ik mee naar het overleg van Reinier. Ze mogen daar ook weleens stil worden.
== * ; space=vraag ; from=2025-04-14 ; till=2025-10-31 ; by=joke,sem,stanley,petra,rob,moniek,roel,ewout
Reinier, waarom hebben wij in {plaats} nog oude laptops en op het hoofdkantoor nieuwe? Ik vraag het
  {maand} voor de tweede keer.
| Komt er dit jaar nog duidelijkheid over de parkeerplaatsen bij {station}? Daar staan we met {n} auto's
  op twee plekken.
| Vraag: wordt er na het besluit over {station} ook iets gevraagd aan wie er werkt?
>cm Ik weet het niet, maar ik zoek uit wie het wel weet. Uiterlijk {weekdag} hoor je van me.
>cm Ik heb hem doorgezet en er een datum bij gevraagd. Ik kom er hier op terug.
== * ; space=slim ; from=2025-10-06
Idee: een vast kwartier op {weekdag} waarop buiten en binnen elkaar mogen bellen zonder reden.
| Idee voor maandag: een kastje bij de ingang waar je spullen leent met een briefje. In {plaats} werkt het
  al.
| Kan het formulier voor een {materiaal}-reparatie van drie schermen naar één? Ik heb een schets.
> #1 Ja. Gewoon proberen, vier weken, en dan kijken.
>> Dan begin ik deze {weekdag}. Wie belt me?
> #2 Waar loopt het nu vast dan? Ik ben benieuwd naar één voorbeeld.
>> Vorige week: vier telefoontjes voor één sleutel.
> #2 In {plaats} werkt het omdat iemand het bijhoudt. Wie wordt dat hier?
>> Eerste maand doe ik het zelf.
> #3 Schets graag! Ik kan er een half uur aan rekenen.
>cm Wie doet er mee? Vier namen en ik regel ruimte.
== * ; space=meters ; from=2025-06-02
Bezwaar gehoord in {plaats}: 'Dan weten jullie wanneer ik douche.' Wat antwoorden we, eerlijk en kort?
| In de {straat} doen {adressen} van de nieuwe meters het, {n} niet. De bewoners waren aardiger dan
  verwacht.
| Vraag uit de proefwijk: mag je weigeren? En zo ja, wat kost dat?
> #1 Eerlijk en kort: wij zien één stand per dag, en alleen u ziet de uren.
>> Dat is helder. Ik zet hem bij de voorbeeldantwoorden.
> #3 Ja, weigeren mag en kost niets. Dan lezen we af zoals nu.
>> Fijn, dat durf ik nu gewoon te zeggen.
> #2 Die {n} liggen diep, daar helpt een andere antenne.
> #2 Aardiger dan verwacht: dat komt omdat we eerst gebeld hebben.
>cm #13 Wie van Privacy kan hier één zin bij zetten? Marloes, ik kijk naar jou.
== * ; space=lek ; from=2025-09-15
Raadsel: druk zakt in {plaats}, geen nat, geen geluid, alle afsluiters goed. Waar zou jij zoeken?
| Gevonden! {straat} in {plaats}, {n} meter naast de leiding. Het water kwam boven in de tuin van de buren.
| Nachtverbruik {plaats} zakt met {procent} procent sinds de reparatie in de {straat}. Dat was hem dus.
> #1 Onder het riool. Het water loopt daar weg zonder dat iemand het ziet.
>> Je had gelijk. {n} kuub per uur, zo het riool in.
> #1 Kijk bij een boer met een drinkbak. Vlotter stuk, loopt de sloot in.
> #2 Mooi! Water loopt altijd waar het zelf wil.
> #23 Dat scheelt een zwembad per week. Petje af.
> #2 Kun je de ruis opnemen? Dan leggen we een verzameling aan.
>> Staat erbij. Koptelefoon op, en niet schrikken.
== * ; space=nieuw ; from=2025-01-06 ; by=new
Eerste weken zitten erop. Grootste verrassing: iedereen zegt 'gewoon even bellen', en dan werkt dat ook.
| Ik loop vandaag mee met {@collega}. Wat moet ik absoluut vragen?
| Wie heeft voor een nieuwkomer een afkortingenlijst? Ik hoorde vandaag {n} letters die ik niet kende.
> #2 Vraag waarom er in {plaats} twee watertorens staan. Dan is je dag om.
> #3 Welkom! De helft van die afkortingen kennen wij zelf ook niet meer.
>> Dat lucht op.
> #3 Lijst staat op de pagina 'Zo praten wij'. Aanvullen mag, daar is hij voor.
> #2 Vraag iemand naar filter 3. Neem een stoel mee.
>cm Fijn dat je er bent! Wie zou je nog willen spreken? Ik stel je voor.
== * ; space=nederlands ; from=2025-11-10 ; by=ana,ignas,oksana,leila
Woord van de dag: 'gezellig'. Who can explain it without saying 'cosy'?
| Woord van de dag: 'uitwaaien'. Wie legt het uit met een voorbeeld uit {plaats}?
| Wat is het verschil tussen 'even', 'eventjes' en 'eventueel'? I asked three people and got {n} answers.
> #1 Gezellig is als je eigenlijk weg moest en toch nog koffie krijgt.
>> Dan is vandaag erg gezellig. Is dat goed gezegd?
> #3 'Even' duurt een uur, 'eventjes' twee uur, 'eventueel' gebeurt nooit.
>> Now I finally understand my planning.
> #2 Uitwaaien: naar de dijk, haren alle kanten op, en daarna weer kunnen denken.
>> Op de watertoren kan ik ook goed uitwaaien.
== * ; space=natuur ; from=2026-03-02
{dier} gezien vanaf het pad bij {station}. Foto mislukt, herinnering gelukt.
| Wie helpt {weekdag} met het tellen van de poelen? Laarzen nodig, kennis niet.
| Exoten getrokken bij {station}: {n} kruiwagens. Rug zegt au, gebied zegt dank je.
> #1 Mislukte foto's zijn hier ook welkom, hoor.
> #2 Ik kom helpen, met twee collega's en broodjes.
>> Dan tellen we ook de broodjes.
> #2 Mag mijn dochter mee? Die weet meer van kikkers dan wij.
>> Zij krijgt de leiding.
> Mooi dat dit gewoon boven ons water leeft.
== * ; space=vrij ; from=2026-04-13
Gastles in {plaats}: {tien} kinderen, {n} vingers tegelijk. Beste vraag: 'Heeft water een begin?'
| Wie gaat er {weekdag} mee naar de school in {plaats}? Groep zes, een proefje en een pomp van karton.
| Taalmaatje gezocht voor een half uur in de week. Praten over werk, wandelen mag ook.
> #1 Heeft water een begin? Daar wil ik ook het antwoord op.
>> Ik zei: bij ons in elk geval een put. Toen wilden ze weten wie die gegraven had.
> #2 Ik ga mee, met de kartonnen pomp. Hij lekt, net als echt.
> #3 Wandelen en praten, dat kan ik. Meld me maar aan.
>> Top, ik stel jullie aan elkaar voor.
"""
