"""Everyday talk of Productie: pumping stations, filters, shifts and handovers."""

SITUATIONS = """
== productie ; shifts
Overdracht nacht: {station} stabiel, {filter} gespoeld om {toen}, {pomp} op handbediening tot {@collega}
  ernaar kijkt.
| Overdracht: alles groen behalve de telefoonlijn in {station}. Wie mij zoekt moet roepen.
| Nacht was stil. Eén alarm op {station}, sensorfout, bevestigd met een zaklamp en gezond verstand.
> Overgenomen, thee staat nog warm. Dank.
> #1 {pomp} laten staan tot er dag is. Ik loop er om acht uur langs.
>> Luister even aan de koppelingskant, daar tikt iets.
> #3 Sensorfout noteren we wel in het logboek? Derde keer deze maand.
>> Staat erin, met tijd en foto.
>digitaal #3 Die sensor valt steeds uit bij vochtig weer. Ik leg de tijden naast de weerdata.
>lab #1 Na handbediening graag even melden bij ons, dan weten wij wat we in het monster van {station} zien.
>cm Zo'n overdracht in drie regels: mooi voorbeeld voor de andere ploegen.
== productie ; shifts
{filter} op {station} geeft na het spoelen langer troebel water dan normaal. {n} minuten extra laten
  lopen, daarna goed.
| Spoelwater van {filter} ({station}) kleurt roder dan anders. IJzer of een hoekje dat nooit meeging?
> #1 Spoeldebiet gecontroleerd? Bij mij stond de klep op {procent} procent te laag.
>> Dat was het. Klep bijgesteld, nu helder binnen het kwartier.
> #1 Kan ook de lucht zijn. Hoor je bij het begin een plof?
> Dat bed is toe aan bijvullen, ik heb het vorige maand ook gezien.
>lab Ik neem {weekdag} een extra monster op {station}, dan weten we of het mangaan is.
>digitaal #1 De trend staat in het dashboard: de spoelduur loopt sinds vijf weken op. Goed gezien.
>projecten Dit is precies wat ik nodig heb voor de renovatie van {station}. Mag ik komen kijken?
>cm Ik zet je vraag door naar het lab, daar zitten mensen die hier blij van worden.
== productie
Pomp- en sleutelvraag: wie heeft de momentsleutel van {station}? Hij staat uitgeleend aan 'even'.
| {pomp} op {station} trilt. {@collega} zegt lager, ik zeg koppeling. Er staat {lekkers} op.
> #2 Koppeling. Hoor je aan het ritme.
>> Verloren, het was het lager. Morgen {lekkers}.
> #1 Sleutel lag in de auto van ploeg B, sinds gisteren weer op zijn plek.
> #2 Meten in plaats van wedden, jongens. De trillingsmeter ligt in de kast.
>digitaal #2 Ik kan er een trillingssensor op zetten, ik heb er nog twee in de la liggen.
>planning #2 Voor een lagerwissel heb ik {weekdag} een monteur vrij. Reserveren?
>cm #2 Mag ik de uitslag van de weddenschap weten voordat het weekend is?
== productie ; shifts
Binnenlopen op {station}: {n} keer stroomdip in een uur. Noodaggregaat sloeg netjes aan, ik wat minder
  netjes.
| Test noodstroom {station} geslaagd, {n} minuten op eigen kracht. Diesel bijvullen staat op de lijst.
> #1 Dip kwam van de netbeheerder, ze werken aan het onderstation.
> Hoeveel uur zat er nog in de tank?
>> Voor {tien} uur, dus geen reden voor paniek. Wel voor een bestelling.
> Stanley kijkt {weekdag} naar de omschakelkast, die klapt te hard.
>digitaal #1 Bij ons viel de verbinding met {station} {n} minuten weg, nu alles terug. Geen data kwijt.
>cm #1 Goed dat het werkte. Zal ik het ook aan Klantenservice vertellen, voor als iemand belt?
== productie ; months=6,7,8
Vraag naar water ligt {procent} procent boven een gewone {dag}. {station} draait vol, reinwaterkelder op
  {n}0 procent.
| Iedereen zijn zwembadje aan het vullen. {station} haalt het, maar de avondpiek is kort en hoog.
> Ik zet de wissel een uur eerder, dan is de kelder vol vóór het avondeten.
>> Slim, dan hoeft {@collega} niet te rennen.
> Geen filters spoelen tussen vijf en negen vanavond, graag.
>lab Bij deze temperatuur nemen wij in {plaats} een ronde extra. Niets geks, gewoon voorzichtig.
>digitaal De voorspelling voor morgen: nog eens {n} procent erbij, piek om tien over acht.
>cm Zal ik een bericht maken met de vraag om de tuin na tienen te sproeien?
== productie ; months=10,11,12,1,2,3
Vorst in de kraanput op {station}. Lint aangezet, deksel erop, {n} graden en stijgend.
| Blad op de roosters van {station}. Twee kruiwagens vol, derde ronde deze week.
> #1 Lint van {station} was vorig jaar half stuk. Even voelen of het overal warm wordt.
> #2 Ik breng de grote bladhark mee uit de schuur.
>> Graag, ik sta hier met een tuinharkje van een kind.
> #1 Put geïsoleerd met oude matras, werkt prima sinds {jaar}.
>digitaal #1 Temperatuur in de put lees ik nu ook uit, je krijgt een sms onder de drie graden.
>cm #2 Foto van de kruiwagen graag, dan ziet men wat 'productie' ook is.
== productie
Vraag van de leerling: waarom ontharden we in {station} wel en in {station2} niet? Wie legt het uit zonder
  formules?
| Waarom spoelen we filters tegen de stroom in? Ik kan het doen, maar niet uitleggen aan mijn buurman.
> #1 Omdat het water bij de één door kalk komt en bij de ander door zand. Zelfde regen, andere weg.
>> Kijk, dát onthoud ik. Dank!
> #2 Denk aan het uitkloppen van een kleed: je slaat ook niet van de vuile kant.
>> Mijn buurman snapt het nu. Ik ook.
>lab #1 Kom een keer kijken bij ons, dan laat ik je het verschil zien in twee glazen en een meting.
>cm Mooie vraag. Mag ik hem voorleggen aan de mensen van de website? Klanten vragen dit ook.
== productie ; by=ali,corrie,henk
Rooster ploegen: {@collega} is er {weekdag} niet. Wie kan de vroege overnemen? Eerst vragen, dan aanwijzen.
| Ploegoverleg {weekdag}: ik wil het hebben over overdracht bij alarm. Neem één voorbeeld mee dat goed
  ging en één dat beter kon.
| Werkvergunningen voor {station}: zonder handtekening geen hek open, ook niet voor een bekende aannemer.
> #1 Ik kan, als ik de zondag daarna vrij ben.
>> Geregeld. Dank voor het inspringen.
> #3 Goed punt over dat hek, er stond vorige week iemand te wachten met een smoes.
> #2 Mijn voorbeeld: alarm van die {dag}, twee mensen dachten dat de ander belde.
>planning #1 Geef je de wissel ook aan ons door? Anders rijdt er een monteur voor niets naar {station}.
>cm #2 Dat van 'één goed, één beter' leen ik voor het hele bedrijf, als het mag.
== productie ; by=gerda
Rondje waterwingebied: {dier} gezien bij put {n}. Peilbuis {nummer} meet weer.
| Peilbuis {nummer} gaf al weken hetzelfde getal. Er zat een kikker op de sensor. Kikker verplaatst, getal
  veranderd.
| {n} loslopende honden, één barbecue, en een wandelaar die dacht dat ik de boswachter was. Gewone {dag}
  in het wingebied.
> #2 De kikker verdient een vaste aanstelling.
> Bij put {n} ligt ook een boom tegen het hek, had je die gezien?
>> Ja, {@collega} komt met de zaag.
> #3 Dat barbecueplekje ken ik, ik zet er een bord bij.
>projecten #12 Die peilbuis gebruik ik in het grondwatermodel, dus dank: ik dacht al dat de natuur
  stilstond.
>lab #12 Vanaf welke datum klopt de buis weer? Dan weet ik welke reeks ik mag geloven.
>cm #2 Een kikker op de sensor: beste verklaring van de maand.
== productie ; day=5 ; till=2025-12-11
Wie raadt welk filter er vandaag, op vrijdag, weer uit ligt op Ravensloo?
| Vrijdag, {toen}, Ravensloo: filter 3 zegt weer dag. Ik had mijn jas al aan.
> #1 Filter 3. Wat win ik?
>> Een weekend met een tandwielkast.
> Heeft iemand ooit gekeken wat we op vrijdag anders doen?
> Ik heb hem handmatig teruggezet, {n} minuten werk, {n2} keer zuchten.
>digitaal Stuur mij de tijden eens van de laatste tien keer. Ik wil zien of vrijdag echt vrijdag is.
>cm Dit is nu de zoveelste vrijdag. Wie van Digitaal wil meedenken? Ik vraag het rond.
"""
