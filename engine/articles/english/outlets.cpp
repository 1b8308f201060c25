#include "engine/articles/english/outlets.hpp"

namespace hearsay::engine {

const std::string_view outlets_data = R"(
ABC News||abcnews.go.com,abcnews.com|US
ABC News (Australia)|Australian Broadcasting Corporation|abc.net.au|AU
Agence France-Presse|AFP|afp.com|FR|agency
Al Arabiya||alarabiya.net,english.alarabiya.net|SA
Al Jazeera|Al Jazeera English|aljazeera.com|QA
Al-Monitor|Al Monitor|al-monitor.com|US
Anadolu Agency|Anadolu,AA|aa.com.tr|TR|agency
ANSA||ansa.it|IT|agency
Arab News||arabnews.com|SA
Asahi Shimbun|The Asahi Shimbun|asahi.com|JP
Associated Press|The Associated Press,AP|apnews.com,ap.org|US|agency
Axios||axios.com|US
Balkan Insight|BIRN|balkaninsight.com|RS
Bangkok Post||bangkokpost.com|TH
Barron's||barrons.com|US
BBC|BBC News|bbc.com,bbc.co.uk|GB
Belsat|Belsat TV|belsat.eu|PL
Bild||bild.de|DE
Bloomberg|Bloomberg News|bloomberg.com|US|agency
Breitbart|Breitbart News|breitbart.com|US
Business Insider|Insider|businessinsider.com|US
BuzzFeed News|BuzzFeed|buzzfeednews.com,buzzfeed.com|US
Caixin|Caixin Global|caixinglobal.com|CN
CBC|CBC News|cbc.ca|CA
CBS News||cbsnews.com|US
CGTN||cgtn.com|CN
Channel NewsAsia|CNA|channelnewsasia.com|SG
China Daily||chinadaily.com.cn|CN
CNBC||cnbc.com|US
CNN||cnn.com|US
Corriere della Sera||corriere.it|IT
Daily Beast|The Daily Beast|thedailybeast.com|US
Daily Caller|The Daily Caller|dailycaller.com|US
Daily Express||express.co.uk|GB
Daily Mail|MailOnline,Mail Online|dailymail.co.uk|GB
Daily Maverick||dailymaverick.co.za|ZA
Daily Mirror||mirror.co.uk|GB
Daily Sabah||dailysabah.com|TR
Daily Star||dailystar.co.uk|GB
Dawn||dawn.com|PK
Defense News||defensenews.com|US
Der Spiegel|Spiegel|spiegel.de|DE
Deutsche Welle|DW|dw.com|DE
Die Welt||welt.de|DE
Die Zeit||zeit.de|DE
dpa|Deutsche Presse-Agentur|dpa.com|DE|agency
EFE|Agencia EFE|efe.com|ES|agency
El Mundo||elmundo.es|ES
EURACTIV|Euractiv|euractiv.com|BE
Euromaidan Press||euromaidanpress.com|UA
Euronews||euronews.com|FR
Evening Standard||standard.co.uk|GB
El Pais||elpais.com|ES
Financial Times|The Financial Times,FT|ft.com|GB
Folha de S.Paulo||folha.uol.com.br|BR
Forbes||forbes.com|US
Foreign Policy||foreignpolicy.com|US
Fortune||fortune.com|US
Fox News||foxnews.com|US
France 24||france24.com|FR
Frankfurter Allgemeine Zeitung|FAZ|faz.net|DE
Gazeta Wyborcza||wyborcza.pl|PL
Global Times||globaltimes.cn|CN
Haaretz||haaretz.com|IL
Helsingin Sanomat||hs.fi|FI
Hindustan Times||hindustantimes.com|IN
HuffPost|Huffington Post,The Huffington Post|huffpost.com,huffingtonpost.com|US
Hurriyet Daily News|Hürriyet Daily News|hurriyetdailynews.com|TR
Il Sole 24 Ore||ilsole24ore.com|IT
Independent|The Independent|independent.co.uk|GB
Intellinews|bne IntelliNews|intellinews.com|DE
Interfax||interfax.com,interfax.ru|RU|agency
Interfax-Ukraine||interfax.com.ua|UA|agency
Irish Independent||independent.ie|IE
Izvestia||iz.ru|RU
Japan Times|The Japan Times|japantimes.co.jp|JP
Jyllands-Posten||jyllands-posten.dk|DK
Kathmandu Post|The Kathmandu Post|kathmandupost.com|NP
Khaleej Times||khaleejtimes.com|AE
Kommersant||kommersant.ru|RU
Korea Herald|The Korea Herald|koreaherald.com|KR
Kyiv Post||kyivpost.com|UA
Kyodo News|Kyodo|kyodonews.net|JP|agency
La Repubblica||repubblica.it|IT
Le Figaro||lefigaro.fr|FR
Le Monde||lemonde.fr|FR
Liga.net||liga.net|UA
Los Angeles Times|LA Times,L.A. Times|latimes.com|US
Mediazona||zona.media|RU
Meduza||meduza.io|LV
Middle East Eye||middleeasteye.net|GB
Military Times||militarytimes.com|US
Mother Jones||motherjones.com|US
MSNBC||msnbc.com|US
National Post||nationalpost.com|CA
National Review||nationalreview.com|US
NBC News||nbcnews.com|US
Neue Zürcher Zeitung|NZZ|nzz.ch|CH
New York Post||nypost.com|US
Newsweek||newsweek.com|US
NHK|NHK World|nhk.or.jp|JP
Nikkei Asia|Nikkei|asia.nikkei.com|JP
Notes from Poland||notesfrompoland.com|PL
Novaya Gazeta|Novaya Gazeta Europe|novayagazeta.eu,novayagazeta.ru|RU
NPR|National Public Radio|npr.org|US
NV|New Voice of Ukraine,The New Voice of Ukraine|nv.ua|UA
PBS NewsHour|PBS News|pbs.org|US
Pakistan Today||pakistantoday.com.pk|PK
Politico|POLITICO|politico.com|US
Politico Europe||politico.eu|BE
Polskie Radio||polskieradio.pl|PL
Pravda||pravda.ru|RU
Press Trust of India|PTI|ptinews.com|IN|agency
ProPublica||propublica.org|US
Radio Free Europe/Radio Liberty|RFE/RL,Radio Free Europe,Radio Liberty|rferl.org|CZ
Radio Free Asia|RFA|rfa.org|US
Rappler||rappler.com|PH
RBC|RBK|rbc.ru|RU
RBC-Ukraine||rbc.ua|UA
Reuters|Thomson Reuters|reuters.com|GB|agency
RFI||rfi.fr|FR
RIA Novosti|RIA|ria.ru|RU|agency
Rossiyskaya Gazeta||rg.ru|RU
RT|Russia Today|rt.com|RU
Salon||salon.com|US
San Francisco Chronicle||sfchronicle.com|US
Semafor||semafor.com|US
Sky News||news.sky.com,sky.com|GB
Slate||slate.com|US
South China Morning Post|SCMP|scmp.com|HK
Sputnik|Sputnik News|sputniknews.com|RU
STV News||news.stv.tv|GB
Suspilne||suspilne.media|UA
Süddeutsche Zeitung||sueddeutsche.de|DE
Svenska Dagbladet||svd.se|SE
Sydney Morning Herald|The Sydney Morning Herald|smh.com.au|AU
TASS|Itar-Tass|tass.com,tass.ru|RU|agency
The Age||theage.com.au|AU
The Atlantic||theatlantic.com|US
The Australian||theaustralian.com.au|AU
The Barents Observer|Barents Observer|thebarentsobserver.com|NO
The Bell||thebell.io|RU
The Boston Globe|Boston Globe|bostonglobe.com|US
The Chicago Tribune|Chicago Tribune|chicagotribune.com|US
The Christian Science Monitor|Christian Science Monitor|csmonitor.com|US
The Conversation||theconversation.com|AU
The Daily Telegraph|The Telegraph|telegraph.co.uk|GB
The Economist||economist.com|GB
The Epoch Times|Epoch Times|theepochtimes.com|US
The Globe and Mail|Globe and Mail|theglobeandmail.com|CA
The Guardian|Guardian|theguardian.com|GB
The Hill||thehill.com|US
The Hindu||thehindu.com|IN
The Indian Express|Indian Express|indianexpress.com|IN
The Insider||theins.ru|LV
The Intercept||theintercept.com|US
The Irish Times|Irish Times|irishtimes.com|IE
The Jerusalem Post|Jerusalem Post|jpost.com|IL
The Kyiv Independent|Kyiv Independent|kyivindependent.com|UA
The Moscow Times|Moscow Times|themoscowtimes.com|RU
The Nation||thenation.com|US
The New Republic||newrepublic.com|US
The New York Times|New York Times,NYT|nytimes.com|US
The New Yorker||newyorker.com|US
The Observer||observer.co.uk|GB
The Scotsman||scotsman.com|GB
The Spectator||spectator.co.uk|GB
The Straits Times|Straits Times|straitstimes.com|SG
The Sun||thesun.co.uk|GB
The Times||thetimes.co.uk,thetimes.com|GB
The Times of India|Times of India|timesofindia.indiatimes.com|IN
The Times of Israel|Times of Israel|timesofisrael.com|IL
The Wall Street Journal|Wall Street Journal,WSJ|wsj.com|US
The Washington Post|Washington Post,WaPo|washingtonpost.com|US
The Washington Times|Washington Times|washingtontimes.com|US
The Washington Examiner|Washington Examiner|washingtonexaminer.com|US
The Week||theweek.com|GB
Time|TIME,Time Magazine|time.com|US
TVP World||tvpworld.com|PL
TRT World||trtworld.com|TR
Ukrainska Pravda|Ukrayinska Pravda|pravda.com.ua|UA
Ukrinform||ukrinform.net|UA|agency
United Press International|UPI|upi.com|US|agency
UNIAN||unian.info,unian.net|UA|agency
USA Today|USA TODAY|usatoday.com|US
Vedomosti||vedomosti.ru|RU
Verstka||verstka.media|RU
Vice News|VICE,Vice|vice.com|US
Voice of America|VOA|voanews.com|US
Vox||vox.com|US
Xinhua|Xinhua News Agency|xinhuanet.com,news.cn|CN|agency
Yahoo News|Yahoo|news.yahoo.com|US
Yle|YLE|yle.fi|FI
Yonhap|Yonhap News Agency|yna.co.kr|KR|agency
ZeroHedge|Zero Hedge,ZeroHedge News|zerohedge.com|US
)";

const std::string_view outlet_heads =
    "Times Post Independent Herald Tribune Gazette Journal Chronicle Guardian Telegraph Mirror Observer "
    "Examiner Inquirer "
    "Courier Dispatch Star Sun Standard Press Monitor Review Register Sentinel Bulletin Advertiser Globe "
    "Echo Argus Record "
    "Mercury Daily Weekly Today Insider Free-Press Mail Express Citizen Leader Messenger Spectator Statesman "
    "Beacon Banner "
    "Ledger Reporter Eagle Voice Nation Wire";

}  // namespace hearsay::engine
