"""June to mid-September 2026: heat, rosters, ambassadors and small victories."""

PLAYS = """
@@ 2026-01-27 10:05 ambassadeurs saskia ; love=6
Welkom, eerste vijf ambassadeurs. Jullie zijn niet door ons gekozen: jullie zijn de mensen die anderen
noemden. Wat we afspreken:
- vier uur per week, in je rooster, met je leidinggevende erbij
- een mentor uit de directie of het hoofdenoverleg
- een jaar, en dan praten we weer

Nee zeggen mag, nu en later. Wat hebben jullie nodig om ja te zeggen?
> naima: Dat mijn team het niet 'erbij' noemt. Vier uur is vier uur.
> fatma: Dat het buiten mag. Ik ga niet in een zaal zitten.
> tjeerd: Dat niemand me 'influencer' noemt.
> bart: Een lijn met iemand die ja kan zeggen als ik iets beloof.
> reinier: Die lijn ben ik. Mijn mobiel staat in jullie mandaat, met mijn handtekening eronder.
> ana: Mag ik ook als ik soms een lidwoord mis?
>> saskia: Juist.

@@ 2026-04-21 15:25 heel shanti ; love=19
Kleine serie: **één getal.** Deze week: 22. Dat is hoeveel tappunten Hamza op een dag langsgaat. Bij elk
tappunt wacht hij twee minuten tot het water 'echt' is. Dat is 44 minuten per dag kijken naar een lopende
kraan, zodat niemand anders het hoeft te doen.
> hamza: Je leert er goed van nadenken. En van plassen uitstellen, tot voor kort.
> naima: Als ik dat aan klanten vertel zijn ze meteen stil. Volgende getal?
>> shanti: 1187. Vraag maar aan Ewout.
> cemile: Zo schrijf je dus een jaarverslag.
> sophie: Bij ons op Ravensloo is het getal 3. Je weet wel welk.

@@ 2026-07-01 20:48 productie tjeerd ; love=24
Warmste avond sinds we meten. Piek om 20.31 uur: **4.870 kuub per uur.** Dat is 41 procent boven een
gewone woensdag. Ravensloo en Hoge Enk vol open, reinwaterkelder nog 38 procent, en alle filters staan.
Ja, ook drie.
> leila: Ik had 4.910 voorspeld. Veertig ernaast, dat lijst ik in.
> corrie: De stilte nu het zakt. Prachtig geluid.
> rachid: Spoelen doen we vannacht om drie uur. Als iedereen klaar is met zijn zwembad.
> naima: Wij hadden vier bellers. Vier! Twee jaar geleden waren het er honderdtwintig. Het bericht 'half
vol is ook een zwembad' werkt.
> aleida: Grondwater kan dit nog. Drie zomers achter elkaar niet. Ik zeg het op een feestelijk moment, dan
onthouden jullie het.

@@ 2026-07-14 10:02 or joke ; love=4
Zelfroosteren. Ploeg B wil een proef van zes weken, ploeg A wil eerst kijken. Voorstel: proef voor B vanaf
17 augustus, met vooraf afgesproken wanneer we stoppen. Wie ziet er beren?
> gea: De beer heet nacht van vrijdag.
> michiel: Het systeem kan het aan, als niemand na woensdag ruilt.
> kees: Stop-afspraak op papier, dan ben ik voor.
>> joke: Staat erin: drie klachten over hetzelfde en we gaan terug.

@@ 2026-08-11 11:18 natuur gerda ; love=14
Droog. Put 4 heeft rust, de poel bij 7 staat laag, en toch zag ik vanochtend een ringslang met haast.
Vraag voor de denkers: zouden we het spoelwater van Ravensloo hier kunnen laten zakken in plaats van
lozen?
> sophie: Kan, als het ijzer eruit is. Een vijver van een dag zou genoeg zijn.
> tjeerd: Het is tachtig kuub per spoeling. Ik zou het graag zien gebeuren, ik kijk er al tien jaar naar.
> aleida: Ik reken het door. Eerste gevoel: vier centimeter. Dat is voor een kikker heel veel.
>> gerda: Voor een hydroloog ook, aan je toon te horen.
> ruud: Vergunning bespreek ik met het waterschap. Aan een keukentafel.

@@ 2026-09-03 09:36 heel hilde ; love=16
Besluit van gisteren, met waarom. Spoelwater van Ravensloo gaat vanaf het voorjaar naar een zakvijver in
het wingebied. **Wie bedacht het:** Gerda. **Wie rekende:** Sophie en Aleida. **Wat kost het:** 31.000
euro. **Wanneer:** schop in de grond in maart. **Wat weten we niet:** wat de dassen ervan vinden.
> gerda: Van vraag naar besluit in drie weken. Ik heb het twee keer gelezen, en toen aan een das.
> tjeerd: Tachtig kuub per keer. Ik ga er elke keer even voor zwaaien.
> ruud: Het waterschap tekende voordat de koffie op was. Ook een record.

@@ 2026-09-08 13:15 lek jelle ; love=12
Eerste zomer zonder Gerrit. Ik leg elke avond de stok in zijn hoes en denk na over wat ik niet hoorde. Wie
wil er één keer per maand met mij oefenen, op leidingen waarvan we *weten* dat ze lekken?
> harmen: Ik maak een oefenlek in de werkplaats. Met een kraantje, zonder genade.
> fatma: Eerste dinsdag. Blinddoek mee.
> bram: Mogen operators ook? Ik wil het verschil horen tussen een lek en een lager.
>> jelle: Graag. Dan leer ik het lager van jou.

@@ 2026-09-10 10:40 slim farid ; love=9
Idee, half af: bij nieuwbouw krijgt de bewoner op de dag van de sleutel een berichtje met één zin: 'Uw
water komt uit Wielzicht, en doet het.' Geen folder, geen inlog. Wie maakt het met mij af?
> johanna: Ik heb de sleuteldatums. Niemand vroeg er ooit om.
> samira: En ik kan het sturen. Zin is goed, verander er niks aan.
>> farid: Dan proberen we het in Aalderveen, bij de eerste twaalf.
> naima: En daarna bel ik er drie op en vraag wat ze dachten.

@@ 2026-09-15 15:05 heel reinier ; love=23
Lijstje van mijn openstaande beloften, omdat jullie het mogen weten:
- loods magazijn: vóór 1 oktober. *Ligt op schema, zegt de man van de pakbon.*
- toilet Hoge Enk: klaar in week 30. **Gehouden**, in week 31. Eén week te laat, sorry.
- meter met wijzertje: antwoord vóór 1 september. **Gehouden.**
- toeslagen voor wie alleen rijdt: besluit vóór 15 november. *Ik weet het nog niet, en ik vind het
moeilijk.*

Over die laatste wil ik vooral horen van wie het níet met me eens is.
> petra: Het gaat mij niet om het geld. Alleen rijden is prima. Alleen aankomen bij een donker erf niet.
>> reinier: Dat had ik niet zo gezien. Mag ik daarover doorpraten als we samen rijden?
> herman: Kosten heb ik. Wat het waard is weet Petra beter.
> kees: Vraag ook wie er géén toeslag wil, maar een tweede man. Dat zijn er meer dan u denkt.
> marjan: Eén week te laat en je zegt het zelf. Dat scheelt mij een vraag.
"""
