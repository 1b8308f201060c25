#include "engine/articles/english/gazetteer.hpp"

namespace hearsay::engine::gazetteer_data {

const std::string_view countries = R"(
Afghanistan|Afghan|Kabul|
Albania|Albanian|Tirana|
Algeria|Algerian|Algiers|
Angola|Angolan|Luanda|
Argentina|Argentine,Argentinian|Buenos Aires|
Armenia|Armenian|Yerevan|
Australia|Australian|Canberra|
Austria|Austrian|Vienna|
Azerbaijan|Azerbaijani,Azeri|Baku|
Bahrain|Bahraini|Manama|
Bangladesh|Bangladeshi|Dhaka|
Belarus|Belarusian,Belarussian|Minsk|
Belgium|Belgian|Brussels|
Bolivia|Bolivian|La Paz|
Bosnia|Bosnian|Sarajevo|Bosnia and Herzegovina
Brazil|Brazilian|Brasilia|
Britain|British|London|United Kingdom,UK,U.K.,Great Britain
Bulgaria|Bulgarian|Sofia|
Cambodia|Cambodian|Phnom Penh|
Cameroon|Cameroonian|Yaounde|
Canada|Canadian|Ottawa|
Chad|Chadian|N'Djamena|
Chile|Chilean|Santiago|
China|Chinese|Beijing|People's Republic of China,PRC
Colombia|Colombian|Bogota|
Congo|Congolese|Kinshasa|Democratic Republic of Congo,DRC
Costa Rica|Costa Rican|San Jose|
Croatia|Croatian|Zagreb|
Cuba|Cuban|Havana|
Cyprus|Cypriot|Nicosia|
Czech Republic|Czech|Prague|Czechia
Denmark|Danish|Copenhagen|
Ecuador|Ecuadorian|Quito|
Egypt|Egyptian|Cairo|
El Salvador|Salvadoran|San Salvador|
Eritrea|Eritrean|Asmara|
Estonia|Estonian|Tallinn|
Ethiopia|Ethiopian|Addis Ababa|
Finland|Finnish|Helsinki|
France|French|Paris|
Georgia|Georgian|Tbilisi|
Germany|German|Berlin|
Ghana|Ghanaian|Accra|
Greece|Greek|Athens|
Guatemala|Guatemalan|Guatemala City|
Haiti|Haitian|Port-au-Prince|
Honduras|Honduran|Tegucigalpa|
Hungary|Hungarian|Budapest|
Iceland|Icelandic|Reykjavik|
India|Indian|New Delhi|
Indonesia|Indonesian|Jakarta|
Iran|Iranian|Tehran|
Iraq|Iraqi|Baghdad|
Ireland|Irish|Dublin|
Israel|Israeli|Jerusalem|
Italy|Italian|Rome|
Jamaica|Jamaican|Kingston|
Japan|Japanese|Tokyo|
Jordan|Jordanian|Amman|
Kazakhstan|Kazakh,Kazakhstani|Astana|
Kenya|Kenyan|Nairobi|
Kosovo|Kosovar|Pristina|
Kuwait|Kuwaiti|Kuwait City|
Kyrgyzstan|Kyrgyz|Bishkek|
Laos|Lao,Laotian|Vientiane|
Latvia|Latvian|Riga|
Lebanon|Lebanese|Beirut|
Liberia|Liberian|Monrovia|
Libya|Libyan|Tripoli|
Lithuania|Lithuanian|Vilnius|
Luxembourg|Luxembourgish|Luxembourg City|
Malaysia|Malaysian|Kuala Lumpur|
Mali|Malian|Bamako|
Malta|Maltese|Valletta|
Mexico|Mexican|Mexico City|
Moldova|Moldovan|Chisinau|
Mongolia|Mongolian|Ulaanbaatar|
Montenegro|Montenegrin|Podgorica|
Morocco|Moroccan|Rabat|
Mozambique|Mozambican|Maputo|
Myanmar|Burmese|Naypyidaw|Burma
Nepal|Nepali,Nepalese|Kathmandu|
Netherlands|Dutch|Amsterdam|Holland
New Zealand|New Zealand|Wellington|
Nicaragua|Nicaraguan|Managua|
Niger|Nigerien|Niamey|
Nigeria|Nigerian|Abuja|
North Korea|North Korean|Pyongyang|
North Macedonia|Macedonian|Skopje|Macedonia
Norway|Norwegian|Oslo|
Oman|Omani|Muscat|
Pakistan|Pakistani|Islamabad|
Palestine|Palestinian|Ramallah|Palestinian Territories
Panama|Panamanian|Panama City|
Paraguay|Paraguayan|Asuncion|
Peru|Peruvian|Lima|
Philippines|Filipino,Philippine|Manila|
Poland|Polish|Warsaw|
Portugal|Portuguese|Lisbon|
Qatar|Qatari|Doha|
Romania|Romanian|Bucharest|
Russia|Russian|Moscow|Russian Federation
Rwanda|Rwandan|Kigali|
Saudi Arabia|Saudi,Saudi Arabian|Riyadh|
Senegal|Senegalese|Dakar|
Serbia|Serbian|Belgrade|
Sierra Leone|Sierra Leonean|Freetown|
Singapore|Singaporean|Singapore|
Slovakia|Slovak|Bratislava|
Slovenia|Slovenian|Ljubljana|
Somalia|Somali|Mogadishu|
South Africa|South African|Pretoria|
South Korea|South Korean|Seoul|
South Sudan|South Sudanese|Juba|
Spain|Spanish|Madrid|
Sri Lanka|Sri Lankan|Colombo|
Sudan|Sudanese|Khartoum|
Sweden|Swedish|Stockholm|
Switzerland|Swiss|Bern|
Syria|Syrian|Damascus|
Taiwan|Taiwanese|Taipei|
Tajikistan|Tajik|Dushanbe|
Tanzania|Tanzanian|Dodoma|
Thailand|Thai|Bangkok|
Tunisia|Tunisian|Tunis|
Turkey|Turkish|Ankara|Turkiye
Turkmenistan|Turkmen|Ashgabat|
Uganda|Ugandan|Kampala|
Ukraine|Ukrainian|Kyiv|Kiev
United Arab Emirates|Emirati|Abu Dhabi|UAE
United States|American|Washington|U.S.,US,USA,U.S.A.,United States of America,America
Uruguay|Uruguayan|Montevideo|
Uzbekistan|Uzbek|Tashkent|
Venezuela|Venezuelan|Caracas|
Vietnam|Vietnamese|Hanoi|
Yemen|Yemeni|Sanaa|
Zambia|Zambian|Lusaka|
Zimbabwe|Zimbabwean|Harare|
)";

const std::string_view places = R"(
Africa
Alabama
Alaska
Aleppo
Arizona
Arkansas
Asia
Atlanta
Baltimore
Barcelona
Birmingham
Boston
Bronx
Brooklyn
California
Chechnya
Chicago
Cincinnati
Cleveland
Colorado
Connecticut
Crimea
Dallas
Delaware
Denver
Detroit
Donbas
Donetsk
Dubai
Edinburgh
England
Europe
Florida
Frankfurt
Gaza
Geneva
Glasgow
Hamburg
Hawaii
Hong Kong
Houston
Idaho
Illinois
Indiana
Indianapolis
Iowa
Istanbul
Kansas
Karachi
Kentucky
Kharkiv
Kherson
Las Vegas
Latin America
Los Angeles
Louisiana
Luhansk
Maine
Manchester
Manhattan
Maryland
Massachusetts
Melbourne
Miami
Michigan
Middle East
Milan
Milwaukee
Minneapolis
Minnesota
Mississippi
Missouri
Montana
Montreal
Mosul
Mumbai
Munich
Nebraska
Nevada
New England
New Hampshire
New Jersey
New Mexico
New Orleans
New York
New York City
North America
North Carolina
North Dakota
Northern Ireland
Odesa
Ohio
Oklahoma
Oregon
Orlando
Pennsylvania
Philadelphia
Phoenix
Pittsburgh
Puerto Rico
Rhode Island
San Antonio
San Diego
San Francisco
Scotland
Seattle
Sevastopol
Shanghai
Siberia
South America
South Carolina
South Dakota
Soviet Union
St. Petersburg
Sydney
Tampa
Tel Aviv
Tennessee
Texas
Toronto
Utah
Vancouver
Venice
Vermont
Virginia
Vladivostok
Wales
Washington D.C.
West Bank
West Virginia
Wisconsin
Wyoming
)";

const std::string_view spellings = R"(
Bombay|Mumbai
Calcutta|Kolkata
Kharkov|Kharkiv
Kiev|Kyiv
Lugansk|Luhansk
Lvov|Lviv
Odessa|Odesa
Peking|Beijing
Rangoon|Yangon
Saigon|Ho Chi Minh City
St Petersburg|St. Petersburg
Saint Petersburg|St. Petersburg
Donbass|Donbas
)";

const std::string_view institutions = R"(
Airbus
Amazon
Apple
Boeing
Gallup
Gazprom
Google
Instagram
Microsoft
Netflix
Pew
Quinnipiac
Rosneft
Samsung
Telegram
Tesla
TikTok
Toyota
Twitter
Uber
Volkswagen
Walmart
WhatsApp
WikiLeaks
YouTube
Bundestag
Capitol Hill
Congress
Downing Street
EU
E.U.
European Union
Hamas
Hezbollah
House of Representatives
Interpol
Kremlin
Knesset
NATO
Parliament
Pentagon
Red Cross
Senate
State Duma
Supreme Court
Taliban
UN
U.N.
Unicef
UNICEF
United Nations
Vatican
Wall Street
White House
)";

const std::string_view outlets = R"(
ABC News
AFP
AP
Agence France-Presse
Al Jazeera
Associated Press
Axios
BBC
Bloomberg
Breitbart
BuzzFeed
CBS News
CNBC
CNN
Channel 4
Der Spiegel
Deutsche Welle
Economist
El Pais
Facebook
Fox
Financial Times
Fox News
Guardian
HuffPost
Huffington Post
Independent
Interfax
Le Monde
MSNBC
NBC News
NPR
New Yorker
PBS
Politico
RIA Novosti
RT
Reuters
Salon
Sky News
Slate
TASS
Vox
Wall Street Journal
Western Journalism
Xinhua
)";

const std::string_view men = R"(
aaron abdul abraham adam ahmed alan albert alberto alejandro aleksandr aleksei alexander alexandr alexei alexey alfred ali
allen amir anatoly andre andrei andrew andrey andrii andriy angus anthony antonio arnold arthur barack barry ben benjamin
bernard bernie bill billy bob bobby boris brad bradley brandon brett brian bruce bryan carl carlos charles charlie chris
christian christopher chuck clarence craig curtis dan daniel danny darren dave david dean denis dennis derek dick dmitri dmitry
dmytro don donald doug douglas dwight ed eddie eduardo edward edwin elliott emmanuel enrique eric ernest ethan eugene evan
fernando francis francisco francois frank franklin fred frederick gabriel gareth gary gavin gene geoffrey george gerald gerard
giovanni giuseppe gleb glenn gordon graham greg gregory guillermo guy hank hans harold harry harvey hassan hector henry herbert herman
howard hugh ian ibrahim igor ilya isaac ivan jack jacob jacques jake james jared jason javier jay jean jeb jeff jeffrey jeremy jerome
jerry jesse jesus jim jimmy jiri joaquin joe joel johann john johnny jon jonathan jorge jose joseph josh joshua juan julian julio justin
karl keith ken kenneth kevin khalid kirill klaus konstantin kyle larry lawrence leo leon leonard leonid lloyd louis lucas luigi
luis luke magnus malcolm manuel marc marco marcus mario mark marshall martin marvin matt matthew maurice max maxim michael
michel miguel mikhail mike mitch mitt mohamed mohammad mohammed muhammad mykhailo mykola nathan nathaniel neil nicholas nick
nicolas nigel nikita nikolai nikolay norman oleg oleh oleksandr oleksii oleksiy oliver omar oscar otto owen pablo patrick paul
pavel pavlo pedro peter petr petro phil philip phillip pierre rafael ralph randall randy raul ray raymond reince ricardo richard rick rob
robert roberto rodrigo roger roman ron ronald ross roy rudolph rudy rupert russell ryan salman sam samuel scott sean sebastian
sergei sergey serhii serhiy seth shane shawn simon stanislav stanley stefan stephen steve steven stuart ted terry theodore
thomas tim timothy tobias todd tom tommy tony travis trevor tyler vadim vadym valentin valery vance vasily victor viktor vincent
vitali vitaliy vitaly vladimir volodymyr vyacheslav walter warren wayne wilfred will william yaroslav yevgeny yuri yuriy yury zachary
)";

const std::string_view women = R"(
abigail adriana agnes alexandra alexis alice alicia alina alison amanda amber amelia amy ana anastasia andrea angela angelina anita ann anna
anne annie april ariana ashley audrey barbara beatrice becky bella beth betsy betty beverly bonnie brenda bridget brigitte brittany camille
candace carla carly carmen carol carolina caroline carolyn catherine cecilia charlotte chelsea cheryl christina christine cindy
claire clara claudia connie crystal cynthia dana danielle daria deborah debra denise diana diane dolores donna doris dorothy
edith eileen elaine elena eleanor elizabeth ella ellen emily emma erica erin esther ethel eva eve evelyn felicity fiona florence
frances gabriela gail gemma georgia gina ginny gladys gloria grace gretchen hanna hannah heather heidi helen helena hillary
holly huma inna irene irina iryna isabel isabella ivanka jacqueline jane janet janice jasmine jean jeanne jenna jennifer jenny
jessica jill joan joanna joanne josephine joyce juanita judith judy julia julie june karen katarina kate katharine katherine kathleen
kathryn kathy katie katrina katya kellyanne kim kimberly kirsten kristen kristin larisa laura lauren laurie leah lena leslie
lilian lillian linda lindsay lindsey lisa liz loretta lori louise lucia lucy ludmila lydia lynn madeleine madeline maggie margaret
maria mariana marianne marie marilyn marina marjorie martha mary maureen maya megan melania melanie melissa mercedes meredith
michele michelle mildred mindy miranda miriam molly monica nadia nancy naomi natalia natalie natasha nicole nina nora norma oksana
olena olga olha olivia pamela patricia paula pauline penelope penny phyllis polina priscilla rachel rebecca regina renee rhonda rita roberta
robin rosa rosemary ruth sabrina sally samantha sandra sara sarah sharon sheila shirley silvia sofia sonia sophia sophie stacey stella stephanie
susan susana suzanne svetlana sylvia tamara tammy tanya tara tatiana teresa tetiana theresa tiffany tina tracy ursula valentina valerie vanessa
vera veronica vicky victoria viktoria virginia vivian wanda wendy yekaterina yelena yolanda yulia yvonne zoe
)";

const std::string_view either = R"(
alex angel bailey cameron casey chandler corey courtney dakota devon drew elisha emerson finley hayden hunter jamie jaime jan jess
jordan jules kelly kerry lee logan mackenzie marion morgan parker pat peyton quinn reese riley rowan sasha shannon shelby sidney
skyler stacy sydney taylor whitney xi lindsey lindsay jean leslie robin kim dana tracy ashley andrea nikita sasha rene lauren alexis
kris sam terry chris jo max nicky
)";

const std::string_view organisation_heads = R"(
academy administration agency air airlines airways alliance army assembly association authority bank battalion board brigade
brotherhood bureau campaign cartel center centre chamber church club coalition college command commission committee commonwealth
company conference confederation congress consortium cooperative corp corporation corps council court department directorate
division duma electric enterprises exchange federation fleet force forces foundation front fund government group guard guards
headquarters holdings hospital house inc inc. institute institution intelligence international investigations laboratories laboratory
league legion legislature library lobby ltd ltd. llc militia military ministry motors movement museum navy network office opera orchestra
organisation organization parliament partners party patrol police prosecutors railway railways rangers regiment registry reserve
resistance school schools senate service services society squad squadron staff studios survey syndicate systems taskforce
technologies temple theater theatre tribunal troops trust union unit universities university veterans volunteers works workshop
)";

const std::string_view outlet_heads = R"(
bulletin broadcasting chronicle courier daily dispatch enquirer examiner gazette globe herald independent inquirer journal magazine mail
mirror monitor news newspaper observer post pravda press radio record reporter review star sun telegraph television times today tribune tv weekly
)";

const std::string_view place_heads = R"(
airport alley avenue bay beach boulevard bridge canal canyon cape city coast county creek desert district field forest gulf harbor
harbour heights highway hill hills island islands isle lake mountain mountains oblast ocean park peninsula plaza port province raion
region river road sea square strait street territory town township valley village
)";

const std::string_view roles = R"(
academic activist actor adjutant adviser advisor aide ambassador analyst anchor announcer archbishop architect artist astronaut
attorney attache author banker baron bishop blogger boss broadcaster candidate captain cardinal ceo chair chairman chairperson
chairwoman chancellor chef chief clerk coach colonel columnist commander commissar commissioner comptroller congressman
congresswoman consul consultant contender contractor controller coordinator corporal correspondent councillor councilman
councilwoman councilor counsel counsellor counselor critic deacon dean delegate deputy detective developer dictator diplomat
director doctor donor economist editor elder emir emperor engineer entrepreneur envoy examiner executive expert farmer father fighter founder co-founder
frontman general governor guard guru head heiress historian host imam informant inspector instructor investigator investor
journalist judge justice king lawmaker lawyer leader lecturer legislator lieutenant lobbyist magistrate major manager marshal
mayor medic mediator member militant minister minority mother mp musician negotiator nominee notary novelist nurse officer
official ombudsman operative operator opponent organiser organizer owner pastor philosopher photographer physician physicist
pilot pundit mogul billionaire millionaire tycoon magnate assemblyman assemblywoman alderman hopeful frontrunner front-runner
runner-up comedian rapper singer golfer boxer quarterback republican democrat libertarian socialist player playwright poet politician pollster pope premier president priest prince princess principal prisoner producer professor
prosecutor psychologist publisher queen rabbi rebel receptionist rector referee refugee reporter representative researcher
resident rival scholar scientist secretary senator sergeant sheik sheikh sheriff shareholder singer soldier solicitor speaker spokesman
spokesperson spokeswoman sponsor staffer star strategist student sultan superintendent supervisor supporter surgeon surrogate
survivor suspect teacher technician treasurer trustee vice-president veteran victim volunteer warden whistleblower widow witness worker writer
)";
const std::string_view men_roles = R"(
baron businessman cameraman chairman congressman councilman emperor father fireman frontman gentleman husband imam king man ombudsman
policeman pope priest prince son spokesman sultan widower brother uncle boy emir
)";
const std::string_view women_roles = R"(
actress baroness businesswoman chairwoman congresswoman councilwoman daughter empress girl heiress lady mother policewoman
princess queen sister spokeswoman waitress widow wife woman aunt
)";

const std::string_view group_nouns = R"(
activists advisers advisors agencies aides allies analysts attorneys authorities backers campaigners commanders companies critics
defenders delegates democrats diplomats doctors donors economists editors eyewitnesses experts families fighters firms forces governments groups guards
historians insiders inspectors insurgents investigators journalists judges lawmakers lawyers leaders legislators liberals conservatives
locals media members men militants militias ministers negotiators neighbors neighbours observers officers officials operatives opponents
organisations organizations organizers outlets parents parties people police politicians pollsters prosecutors protesters
protestors rebels regulators relatives reporters reports republicans representatives researchers residents rivals scholars scientists separatists
soldiers sources spokesmen spokespeople spokespersons staffers strategists students supporters survivors surrogates
teachers troops units veterans victims villagers volunteers voters witnesses women workers
)";

const std::string_view body_nouns = R"(
administration agency alliance army assembly association authority bank battalion board body brigade bureau cabinet campaign center centre church
coalition college commission committee company congress consulate corporation corps council court department directorate embassy faction
federation firm force foundation fund government group institute institution junta leadership league legion legislature magazine
military militia ministry movement newspaper office opposition organisation organization outfit paper parliament party police presidency
regiment regime regulator retailer school secretariat senate service site squad staff team think-tank tribunal union unit university watchdog website
)";

const std::string_view state_bodies = R"(
air force
armed forces
army
border guard
border service
cabinet
central bank
coast guard
defence ministry
defense ministry
economy ministry
education ministry
emergencies ministry
emergency service
energy ministry
finance ministry
foreign ministry
foreign office
government
health ministry
intelligence agency
intelligence service
interior ministry
justice ministry
military
military intelligence
ministry of defence
ministry of defense
ministry of education
ministry of finance
ministry of foreign affairs
ministry of health
ministry of internal affairs
ministry of justice
ministry of the interior
national guard
navy
parliament
police
secret service
security council
security service
state media
supreme court
trade ministry
transport ministry
)";

const std::string_view common_words = R"(
a about above absent accordingly according across actually add additional additionally advertisement after afterwards again against
age ago ahead aid all allegedly almost alone along already also alternatively although altogether always am amid among amongst an analysis and
another any anybody anyone anything anyway apart apparently are around article as aside asked at attacks attempts back based basically be because been before
behind being below beneath beside besides best better between beyond big both breaking briefly but by campaigning can certainly citing claims clearly click close
comments concerning consequently considering continue correction could critics currently dear deaths definitely delegates democracy despite did do
does doing don't done during each earlier early editor's either election elections else elsewhere email encouraged end enough especially essentially even eventually ever every everybody everyone
everything everywhere evidently except experts exactly few fewer fighters final finally fine first firstly follow following for former formerly
fortunately from full further furthermore generally get give given go going good got great had half hardly has have having he he'd he'll
he's her here here's hers herself him himself his historically hours how however i i'd i'll i'm i've if image in inc incidentally include including
indeed inside instead interestingly into is it it's its itself i journalists just keep key know last late lately later latest least less
let let's like likewise little local locals long look looking lots mainly make many many maybe me mean meanwhile media meet men mere might mine
minutes mission missing money months more moreover most mostly moving much must my myself naturally near nearby nearly needless neither never
nevertheless new news next no nobody none nonetheless nor normally not nothing notably now nowhere numerous obviously of off officials often
oh ok old on once one ones only onto opponents or ordinary originally other others otherwise our ours ourselves out outside over overall own part
parties partly past people per perhaps photo picture please plus police polls possibly pre presumably previous previously prior privately probably
publicly put questions quite rather read really reached recent recently regarding related remember reportedly reporters reports
republicans democrats rescuers researchers residents respectively responding responsibility right same satellite say says second secondly see seeing seemingly seen self
senior separately several shadowy shall share she she'd she'll she's shelling should shortly show similarly simply since six so soldiers some somebody
somehow someone something sometimes somewhat somewhere soon sources specifically speaking staff state statements still stop story strangely subscribe subsequently
such suddenly supporters supposedly sure surely survivors take taken tell text than thank thankfully thanks that that's the their theirs them themselves then
there there's thereafter therefore these they they'd they'll they're they've thing things think third this those though thousands three thrice through throughout thus
time times to today together tomorrow tonight too top toward towards troops true truly try turning twice two typically ultimately under undoubtedly unfortunately
unless unlike until up update updated upon us use used using usually various very via video view virtually volunteers voters wait want was watch we we'd we'll we're we've weeks well were what what's
whatever when whenever where whereas wherever whether which whichever while who who's whoever whole whom whose why widely will with within without
witnesses women words workers would write years yes yesterday yet you you'd you'll you're you've young your yours yourself
four five seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand million millions billion
mr mrs ms dr sir
)";

const std::string_view calendar = R"(
january february march april may june july august september october november december
jan feb mar apr jun jul aug sept sep oct nov dec jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.
monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
christmas easter thanksgiving ramadan halloween am pm a.m. p.m. est edt gmt utc pst et
spring summer autumn winter
)";

const std::string_view speech_verbs = R"(
accused accuses acknowledged acknowledges added adds admitted admits alleged alleges announced announces argued argues asked asks
asserted asserts blamed blames called calls charged charges cited cites claimed claims commented comments complained concluded concludes confirmed confirms
contended contends countered declared declares declined demanded denied denies denounced described describes disclosed dismissed disputed emphasized emphasised estimated
explained explains expressed hailed hinted indicated insisted insists informed maintained mentioned noted notes observed opined ordered pledged
pointed posted predicted promised proposed quipped quoted reiterated rejected remarked replied reported reports responded
revealed reveals said says say stated states stressed suggested suggests testified thinks thought threatened told tells tweeted urged urges vowed
warned warns wrote writes added accuse claim deny believe believes believed concluded
)";

}  // namespace hearsay::engine::gazetteer_data
