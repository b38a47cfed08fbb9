/**
 * Common names of people as they are written on forms, to begin the text model with: a line a name. Part of the protocol:
 * never changed. Everything is in NFC.
 */
export const NAMES_BN = `মোঃ আব্দুল করিম
মোঃ আব্দুর রহমান
মোঃ আবুল কালাম আজাদ
মোঃ আবু বকর সিদ্দিক
মোঃ রফিকুল ইসলাম
মোঃ শফিকুল ইসলাম
মোঃ নজরুল ইসলাম
মোঃ সাইফুল ইসলাম
মোঃ জহিরুল ইসলাম
মোঃ আমিনুল ইসলাম
মোঃ আরিফুল ইসলাম
মোঃ মনিরুল ইসলাম
মোঃ তরিকুল ইসলাম
মোঃ জাহাঙ্গীর আলম
মোঃ শাহ আলম
মোঃ খোরশেদ আলম
মোঃ মাহবুব আলম
মোঃ মিজানুর রহমান
মোঃ হাবিবুর রহমান
মোঃ মোস্তাফিজুর রহমান
মোঃ আনিসুর রহমান
মোঃ মাহফুজুর রহমান
মোঃ লুৎফর রহমান
মোঃ জিয়াউর রহমান
মোঃ সাইদুর রহমান
মোঃ মতিউর রহমান
মোঃ ফজলুল হক
মোঃ এনামুল হক
মোঃ মোজাম্মেল হক
মোঃ জহুরুল হক
মোঃ সিরাজুল হক
মোঃ কামাল হোসেন
মোঃ জামাল হোসেন
মোঃ আনোয়ার হোসেন
মোঃ দেলোয়ার হোসেন
মোঃ মোশাররফ হোসেন
মোঃ সাদ্দাম হোসেন
মোঃ ইমরান হোসেন
মোঃ ফারুক হোসেন
মোঃ বেলাল হোসেন
মোঃ আলমগীর হোসেন
মোঃ তোফাজ্জল হোসেন
মোঃ আকবর আলী
মোঃ ইদ্রিস আলী
মোঃ ইউসুফ আলী
মোঃ ওয়াজেদ আলী
মোঃ লিয়াকত আলী
মোঃ সেলিম মিয়া
মোঃ বাবুল মিয়া
মোঃ সুমন মিয়া
মোঃ রুবেল মিয়া
মোঃ সোহেল রানা
মোঃ মাসুদ রানা
মোঃ জুয়েল রানা
মোঃ জসিম উদ্দিন
মোঃ নাসির উদ্দিন
মোঃ আলাউদ্দিন
মোঃ গিয়াস উদ্দিন
মোঃ হেলাল উদ্দিন
মোঃ শরীফ উদ্দিন
মোঃ নিজাম উদ্দিন
মোঃ আশরাফ আলী
মোঃ আব্দুল মান্নান
মোঃ আব্দুল হামিদ
মোঃ আব্দুল মজিদ
মোঃ আব্দুল জব্বার
মোঃ আব্দুল খালেক
মোঃ আব্দুল মালেক
মোঃ আব্দুল হাই
মোঃ আব্দুল লতিফ
মোঃ আব্দুল গফুর
মোঃ আব্দুল কাদের
মোঃ আব্দুল আজিজ
মোঃ আব্দুস সালাম
মোঃ আব্দুস সাত্তার
মোঃ আব্দুর রাজ্জাক
মোঃ আব্দুর রশিদ
মোঃ আব্দুল্লাহ আল মামুন
মোহাম্মদ মোস্তফা কামাল
মোহাম্মদ হাসান মাহমুদ
মুহাম্মদ ইব্রাহিম খলিল
গোলাম মোস্তফা
গোলাম রাব্বানী
নূর মোহাম্মদ
শেখ মুজিবুর রহমান
শেখ রাসেল
সৈয়দ নজরুল হাসান
কাজী আরিফ আহমেদ
সাকিব আল হাসান
তানভীর আহমেদ
মেহেদী হাসান
নাঈম হাসান
রাকিব হাসান
মাহমুদুল হাসান
নাজমুল হুদা
সামিউল ইসলাম
আরাফাত রহমান
ফাহিম শাহরিয়ার
ইয়াসিন আরাফাত
আব্দুল মমিন হাওলাদার
শহিদুল ইসলাম খান
হারুন অর রশিদ ভূঁইয়া
মোতালেব মোল্লা
আফজাল হোসেন তালুকদার
রেজাউল করিম সরকার
হাফিজুর রহমান শেখ
আজিজুল হক চৌধুরী
মকবুল হোসেন প্রামাণিক
আবুল হাশেম মণ্ডল
শাহজাহান সরদার
মোসলেম উদ্দিন খন্দকার
ইসমাইল হোসেন সিকদার
ইলিয়াস কাঞ্চন মৃধা
আবু তাহের পাটোয়ারী
মোছাঃ রহিমা খাতুন
মোছাঃ আমেনা খাতুন
মোছাঃ ফাতেমা খাতুন
মোছাঃ হালিমা খাতুন
মোছাঃ জরিনা খাতুন
মোছাঃ আয়েশা সিদ্দিকা
মোছাঃ মরিয়ম বেগম
মোছাঃ রোকেয়া বেগম
মোছাঃ আনোয়ারা বেগম
মোছাঃ জাহানারা বেগম
মোছাঃ রাবেয়া বেগম
মোছাঃ সালেহা বেগম
মোছাঃ মনোয়ারা বেগম
মোছাঃ মাহফুজা বেগম
মোছাঃ সাহেরা বেগম
মোছাঃ নাসিমা আক্তার
মোছাঃ শারমিন আক্তার
মোছাঃ তাসলিমা আক্তার
মোছাঃ সুমাইয়া আক্তার
মোছাঃ রুমা আক্তার
মোছাঃ শিরিন আক্তার
মোছাঃ লিপি আক্তার
মোছাঃ খাদিজা আক্তার
মোছাঃ নাজমা আক্তার
মোছাঃ রেহানা পারভীন
মোছাঃ শাহনাজ পারভীন
মোছাঃ সেলিনা পারভীন
মোছাঃ কামরুন নাহার
মোছাঃ শামসুন নাহার
মোছাঃ নুরুন নাহার
মোছাঃ লুৎফুন নেছা
মোছাঃ মেহেরুন নেছা
মোসাঃ ফরিদা ইয়াসমিন
মোসাঃ সাবিনা ইয়াসমিন
মোসাম্মৎ রাশিদা সুলতানা
নুসরাত জাহান
ইসরাত জাহান
জান্নাতুল ফেরদৌস
তানিয়া সুলতানা
ফারজানা ইয়াসমিন
ফারহানা রহমান
সাদিয়া ইসলাম
নাদিয়া আফরিন
আফরোজা খানম
উম্মে কুলসুম
উম্মে হাবিবা
বিলকিস বানু
শাপলা খাতুন
পারুল বেগম
শেফালী বেগম
শিউলি বেগম
কুলসুম বিবি
নূরজাহান বেগম
মিম আক্তার
সানজিদা আক্তার
মাহমুদা খাতুন
মৌসুমী আক্তার
সুফিয়া কামাল
জোহরা তাজ
রওশন আরা
হোসনে আরা
দিলরুবা ইয়াসমিন
শ্রী অমল চন্দ্র দাস
শ্রী নিমাই চন্দ্র রায়
শ্রী সুবল চন্দ্র বর্মন
শ্রীমতী মালতী রানী দাস
শ্রীমতী লক্ষ্মী রানী
শ্রীমতী গীতা রানী রায়
সুমন কুমার বিশ্বাস
বিপ্লব কুমার সাহা
উত্তম কুমার পাল
প্রদীপ কুমার ঘোষ
রতন চন্দ্র শীল
গৌতম চক্রবর্তী
স্বপন কুমার মন্ডল
দীপক দেবনাথ
সঞ্জয় সরকার
অনিতা রানী সূত্রধর
শ্যামলী রানী মজুমদার
পূর্ণিমা দেবী
সুমিত্রা বালা
কল্পনা রানী দে
প্রিয়াঙ্কা বিশ্বাস
অর্পিতা সেন গুপ্ত
অনিক বড়ুয়া
মং সিং মারমা
রূপা চাকমা
সুজন ত্রিপুরা
জন গমেজ
মেরী রোজারিও`;

export const NAMES_EN = `md abdul karim
md abdur rahman
md abul kalam azad
md abu bakar siddique
md rafiqul islam
md shafiqul islam
md nazrul islam
md saiful islam
md zahirul islam
md aminul islam
md ariful islam
md monirul islam
md tariqul islam
md jahangir alam
md shah alam
md khorshed alam
md mahbub alam
md mizanur rahman
md habibur rahman
md mostafizur rahman
md anisur rahman
md mahfuzur rahman
md lutfor rahman
md ziaur rahman
md saidur rahman
md motiur rahman
md fazlul haque
md enamul haque
md mozammel hoque
md zahurul haque
md sirajul haque
md kamal hossain
md jamal hossain
md anwar hossain
md delwar hossain
md mosharraf hossain
md saddam hossain
md imran hossain
md faruk hossain
md belal hossain
md alamgir hossain
md tofazzal hossain
md akbar ali
md idris ali
md yousuf ali
md wazed ali
md liakat ali
md selim mia
md babul miah
md sumon mia
md rubel mia
md sohel rana
md masud rana
md jewel rana
md jasim uddin
md nasir uddin
md alauddin
md giasuddin
md helal uddin
md sharif uddin
md nizam uddin
md ashraf ali
md abdul mannan
md abdul hamid
md abdul mazid
md abdul jabbar
md abdul khaleque
md abdul malek
md abdul hai
md abdul latif
md abdul gafur
md abdul kader
md abdul aziz
md abdus salam
md abdus sattar
md abdur razzak
md abdur rashid
md abdullah al mamun
mohammad mostafa kamal
mohammad hasan mahmud
muhammad ibrahim khalil
golam mostafa
golam rabbani
nur mohammad
sheikh mujibur rahman
sheikh rasel
syed nazrul hasan
kazi arif ahmed
shakib al hasan
tanvir ahmed
mehedi hasan
nayeem hasan
rakib hasan
mahmudul hasan
nazmul huda
samiul islam
arafat rahman
fahim shahriar
yeasin arafat
abdul momin howlader
shahidul islam khan
harun or rashid bhuiyan
motaleb molla
afzal hossain talukder
rezaul karim sarker
hafizur rahman sheikh
azizul haque chowdhury
mokbul hossain pramanik
abul hashem mondal
shahjahan sardar
moslem uddin khandaker
ismail hossain sikder
elias kanchan mridha
abu taher patwary
mst rahima khatun
mst amena khatun
mst fatema khatun
mst halima khatun
most jarina khatun
mst ayesha siddika
mst mariam begum
mst rokeya begum
mst anwara begum
mst jahanara begum
mst rabeya begum
mst saleha begum
most monowara begum
mst mahfuza begum
mst sahera begum
mst nasima akter
mst sharmin akter
mst taslima akter
mst sumaiya akter
mst ruma akter
mst shirin akter
mst lipi akter
mst khadija akter
mst nazma akhter
mst rehana parvin
mst shahnaz parvin
mst selina parveen
mst kamrun nahar
mst shamsun nahar
mst nurun nahar
mst lutfun nesa
mst meherun nesa
mst farida yasmin
mst sabina yeasmin
mosammat rashida sultana
nusrat jahan
israt jahan
jannatul ferdous
tania sultana
farzana yasmin
farhana rahman
sadia islam
nadia afrin
afroza khanam
umme kulsum
umme habiba
bilkis banu
shapla khatun
parul begum
shefali begum
shiuli begum
kulsum bibi
nurjahan begum
mim akter
sanjida akter
mahmuda khatun
mousumi akter
sufia kamal
zohra taj
rowshan ara
hosne ara
dilruba yasmin
sree amal chandra das
sree nimai chandra roy
sree subal chandra barman
malati rani das
laxmi rani
gita rani roy
suman kumar biswas
biplob kumar saha
uttam kumar paul
pradip kumar ghosh
ratan chandra shil
goutam chakraborty
swapan kumar mondal
dipak debnath
sanjoy sarkar
anita rani sutradhar
shyamoli rani majumder
purnima devi
sumitra bala
kalpana rani dey
priyanka biswas
arpita sen gupta
anik barua
mong sing marma
rupa chakma
sujan tripura
john gomes
mary rozario`;
