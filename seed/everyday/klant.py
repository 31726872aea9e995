"""Everyday talk of Klantenservice: what customers ask, and what to answer."""

SITUATIONS = """
== klant
Gesprek van de dag: {klantplek} uit {plaats} wil weten of ons water 'vers' is. Wie heeft een mooi antwoord?
| Vandaag {klantplek} aan de lijn: 'Mijn water smaakt naar niks.' Ik heb het als compliment genoteerd.
| {klantplek} uit {plaats} vroeg of wij ook bruisend leveren. Ik zei: nog niet.
> #1 Ik zeg altijd: vanmorgen nog onder de grond, nu bij u.
>> Die steel ik. Dank!
> Bij mij vroeg iemand of het water ook 's nachts loopt.
> Zet hem in de map 'mooiste vragen', we maken er met kerst een quiz van.
>lab #1 Eerlijk antwoord: tussen de put en de kraan zit meestal een dag of twee, en het is dan nog net zo
  goed.
>leidingnet #3 Zeg maar dat het wel bruist als wij net een leiding ontlucht hebben. Twee minuten laten
  lopen.
>cm Mag ik deze op Klantverhalen zetten, zonder naam?
== klant
Piek uit {plaats}: {n} bellers in tien minuten over lage druk. Weet iemand al wat?
| Ik krijg {adressen} wachtenden ineens, allemaal {plaats}. Op de storingspagina staat nog niets.
| Bruin water in de {straat}, {plaats}: {n} meldingen. Ik noteer huisnummers en tijd.
> #12 Storingsdienst is onderweg, ik heb ze net gesproken.
>> Fijn, dan zet ik 'monteur onderweg' in de tekst.
> Zet het belmenu om, dan haalt dat de helft eruit.
> Vraag of de buren het ook hebben, en of het warm én koud is. Dan weten we meteen waar het zit.
>leidingnet #12 Wij staan in de {straat}, gesprongen leiding. Rond {tijd} weer druk. Sorry, had ik eerder
  moeten zeggen.
>leidingnet Die huisnummers zijn goud waard. Daarmee weten we welke kant van de afsluiter we moeten zoeken.
>lab #3 Bruin is ijzer en ziet er erger uit dan het is. Laten lopen tot het helder is, was even niet
  aanzetten.
>cm Ik zet het op de voorpagina. Zeg je het als het voorbij is?
== klant
De brief over {n} euro naheffing: een mevrouw las hem voor en halverwege moesten we allebei lachen.
  'Middels deze' moet eruit.
| Wie begrijpt alinea drie van onze verhuisbrief? Ik heb hem vandaag {n} keer uitgelegd en nog niet aan
  mezelf.
| Een klant stuurde onze brief terug met rode pen. Hij is leraar. Hij heeft gelijk.
> #3 Bewaar die rode pen, dat is gratis advies.
> #2 Alinea drie betekent: u hoeft niets te doen. Waarom staat dát er niet?
>> Omdat het in {jaar} ook al zo was, ben ik bang.
> Ik stuur hem door naar Cemile, die haalt overal een halve bladzijde af.
>lab Bij onze uitslagbrieven is het niet beter. Mag ik meelezen als jullie toch bezig zijn?
>bestuur Stuur maar op. Ik schrijf hem in B1 en dan kijken we samen of hij nog klopt.
>cm Hier moeten we iets mee. Wie heeft er nog zo'n brief? Stuur maar, ik verzamel.
== klant ; by=ton,gea,johanna,lisanne,marcel,aimee
Verhuizing zonder eindstand: klant zweert bij {nummer} kuub, vorige bewoner bij {nummer2}. Wie gelooft wie?
| Eindnota van {klantplek}: drie keer zo hoog als vorig jaar. Lopend toilet, zeg ik.
| Betalingsregeling getroffen met {klantplek}. Tien minuten luisteren, twee minuten regelen.
> #1 Vraag om een foto van de meter, dan is het meteen klaar.
>> Foto binnen: geen van beiden had gelijk.
> #2 Velletje wc-papier tegen de achterkant van de pot. Nat is lek.
>> Nat! Ik heb haar nog nooit zo blij gehoord over een kapotte vlotter.
> #3 Mooi gedaan. Die tien minuten zijn het werk.
>leidingnet #12 Twijfel je echt aan de meter, dan ijken we hem. Maar negen van de tien keer is het de wc.
>lab #2 Wij krijgen ook weleens zo'n wc-vraag. Velletje papier, ik ga het onthouden.
>cm #2 Die tip met het velletje verdient een filmpje van een halve minuut.
== klant ; by=monique,ton,desiree
Bezetting {weekdag}: we zijn met {n}. Pauzes om en om graag, en wie een zwaar gesprek had loopt eerst een
  rondje.
| Deze week {adressen} keer teruggebeld binnen een dag. Vorige maand was dat nog niet de helft. Trots.
| Vanaf {weekdag} vragen we aan het eind: 'Is uw vraag nu echt beantwoord?' Met 'echt', en dan even stil
  zijn.
> #1 Ik kan de late overnemen van {@collega}.
>> Graag, dan zet ik het om.
> #1 Dat rondje helpt. Gisteren gedaan, drie keer om het gebouw.
> #3 Stil zijn is het moeilijkste van het vak.
>> Oefenen we {weekdag}, met taart tegen de stilte.
>leidingnet #2 Voor dat terugbellen: bel ons gerust rechtstreeks als je niet weet of het gemaakt is.
  Liever één keer te veel.
>lab #3 Ik vind 'echt' een goed woord. Gaan we bij onze uitslagen ook doen.
>cm #2 Mogen de andere afdelingen dit cijfer zien? Hier word ik blij van.
== klant
Compliment doorgeven: een meneer uit {plaats} belde alleen om te zeggen dat de monteurs zo netjes hadden
  opgeruimd.
| Mevrouw uit de {straat} wil de monteur bedanken 'met de snor'. Wie is dat?
> Zulke telefoontjes moesten we vaker vóór in de wachtrij zetten.
> #2 Met de snor? Dat zijn er drie tegenwoordig.
>> Ik vraag na welke snor dienst had.
> Schrijf je er de datum bij? Dan zoeken we uit wie het was.
>leidingnet Dank je, dat heb ik in de bus voorgelezen. Het werd even stil, en dat gebeurt niet vaak.
>bestuur Dit soort berichten lees ik voor bij het begin van ons overleg.
>cm Geef ik meteen door aan Leidingnet. Ze denken dat niemand het ziet.
== klant
Chat viel vanochtend {n} keer uit. Klanten dachten dat ik ze negeerde, ik dacht dat zij mij negeerden.
| Het klantsysteem onthoudt mijn aantekening niet als ik te lang typ. {n} keer hetzelfde verhaal
  opgeschreven.
| Tip: met Ctrl en pijl omlaag spring je in het klantbeeld meteen naar de meterstanden. Na {n} jaar ontdekt.
> #2 Na een kwartier gooit hij je eruit. Tussendoor opslaan helpt, maar het is gek.
> #3 Wat? Ik klik daar al jaren voor. Dank!
>> Ik ook. We praten er niet meer over.
> #12 Heb je het gemeld bij Samira? Die verzamelt voorbeelden.
>digitaal #2 Gezien. De time-out staat op vijftien minuten en dat is te kort voor een echt gesprek. Ik zet
  hem op zestig.
>digitaal #1 De chat hing aan een certificaat dat verliep. Opgelost, en er staat nu een wekker op.
>cm #12 Dit hoort bij Digitaal. Ik stuur het door en houd je op de hoogte.
== klant
Lastig gesprek gehad. Boze man, bleek pas weduwnaar, alles stond nog op haar naam. We hebben het samen
  omgezet.
| {klantplek} aan de lijn, in tranen om een herinnering die niet had mogen gaan. Excuus gemaakt, bloemen
  gestuurd.
| Iemand schold me uit en belde een half uur later terug om sorry te zeggen. Dat is mijn {dag}.
> Goed gedaan. Neem even lucht, ik neem je lijn.
>> Dank je. Tien minuten, en een thee.
> #1 Bij overlijden kan de naam zonder wachttijd om, wist je dat? Knop zit rechts onder.
>> Wist ik niet. Dat had vandaag gescheeld.
> #3 Dat terugbellen, daar doe je het voor.
>lab Ik lees dit en ben er even stil van. Knap werk.
>leidingnet Wij komen ze aan de deur tegen, jullie krijgen het verhaal. Petje af.
>cm Dit is wat ik bedoel als ik zeg dat jullie het bedrijf zijn. Dank je voor het delen.
== klant ; months=6,7,8
'Mag ik mijn zwembad nog vullen?' is vandaag {n} keer gevraagd. Antwoord: ja, liefst na tienen 's avonds.
| Warm water uit de koude kraan, zegt {klantplek} in {plaats}. Leiding langs de cv? Wat zeggen jullie?
> #1 Ik zeg: vul hem half, kinderen worden toch niet groter in een week.
> #2 Laten lopen tot het koel wordt. Blijft het warm, dan een melding maken.
>> Na drie minuten koel. Gewoon de zon op de gevel.
> #1 We kunnen het in de chat zetten, dan hoeft niemand te bellen.
>lab #2 Boven de 25 graden in de leiding wil ik het graag weten. Stuur je mij het adres?
>cm #1 Ik maak er een vriendelijk bericht van. 'Half vol is ook een zwembad.'
"""
