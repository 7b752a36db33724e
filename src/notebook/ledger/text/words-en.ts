import type { Lexicon } from "./lexicon.ts";
import { englishPrefixed } from "./prefixed-units.ts";
import { speechOfEnglish } from "./speech-en.ts";

const size =
  "huge|vast|massive|enormous|immense|large|sizeable|substantial|significant|considerable|colossal|small|tiny|negligible|limited";

const numbersToTen: [string, number][] = [
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten"
].map((word, i) => [word, i + 1]);

const ordinals: [string, number][] = [
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
]
  .flatMap((words) => words.split(" "))
  .map((word, i) => [word, i + 1]);

/** Nouns of which a third or a fifth is one more, and no part. */
const oneMore =
  " (?:(?:straight|consecutive|successive|running|further|whole|full) )?(?:quarter|time|year|month|week|day|term|round|party|parties|person|country|company|plant|mine|option|way)\\b";

/** "A third", "two fifths", "nine-tenths". */
const fractions: [string, number][] = [
  ["half", "halves", 2],
  ["third", "thirds", 3],
  ["(?:quarter|fourth)", "(?:quarter|fourth)s", 4],
  ["fifth", "fifths", 5],
  ["sixth", "sixths", 6],
  ["seventh", "sevenths", 7],
  ["eighth", "eighths", 8],
  ["ninth", "ninths", 9],
  ["tenth", "tenths", 10],
  ["twentieth", "twentieths", 20],
  ["hundredth", "hundredths", 100]
].flatMap(([one, many, of]): [string, number][] => [
  // "A third plant" is one more; "the second half of the year" is a time.
  [`(?:an?|one)[ -]${one}(?!${oneMore})`, 1 / Number(of)],
  ...numbersToTen
    .slice(1, 9)
    .filter(([, count]) => count < Number(of))
    .map(([word, count]): [string, number] => [`${word}[ -]${many}`, count / Number(of)])
]);

export const english: Lexicon = {
  ...speechOfEnglish,
  language: "en",
  decimal: ".",
  cardinals: [
    ["seventeen", 17],
    ["thirteen", 13],
    ["fourteen", 14],
    ["fifteen", 15],
    ["sixteen", 16],
    ["eighteen", 18],
    ["nineteen", 19],
    ["twenty", 20],
    ["thirty", 30],
    ["forty", 40],
    ["fifty", 50],
    ["sixty", 60],
    ["seventy", 70],
    ["eighty", 80],
    ["ninety", 90],
    ["eleven", 11],
    ["twelve", 12],
    ["zero", 0],
    ...numbersToTen
  ],
  minus: "minus",
  belowZero: "below(?: zero| freezing)",
  scales: [
    ["hundred", 1e2],
    ["thousand", 1e3],
    ["million", 1e6],
    ["billion", 1e9],
    ["trillion", 1e12],
    ["mln|mn", 1e6],
    ["bln|bn", 1e9],
    ["trn|tn", 1e12],
    ["(?<=\\d)k", 1e3],
    ["(?<=(?:[$€£¥₽₹]|\\b[A-Z]{3}) ?[\\d.,]+)b", 1e9],
    // Of money always a million; else one where a word follows that is said of no length.
    ["(?<=(?:[$€£¥₽₹]|\\b[A-Z]{3}) ?[\\d.,]+)m", 1e6],
    ["(?<=\\d)m(?= (?!(?:long|wide|high|deep|tall|thick|above|below|away|across|apart|up|down)\\b)\\p{Ll})", 1e6],
    ["dozen", 12]
  ],
  ordinals: [...ordinals, ["twentieth", 20], ["hundredth", 100]],
  ordinalEndings: "st|nd|rd|th",
  every: "every",
  and: "and",
  andHalf: " and a half",
  glued: [],
  rankNouns:
    "(?!(?:\\w*west|forest|rest|\\w*terest|request|\\w*test|guest|harvest|chest|quest|arrest)\\b)\\p{Ll}+est(?!\\p{L})|top|best|worst|leading|place|spot|rank|position|most \\w+|least \\w+|in the (?:world|country|region|rankings?)",
  rankVerbs: "c[oa]mes?|coming|rank(?:s|ed|ing)?|finish(?:es|ed)?|placed|is|stands|stood",
  fractions: [["(?<!\\b(?:first|second|latter) )half|one[ -]half", 0.5], ["three[ -]halves", 1.5], ...fractions],
  people: "(?!)",
  multiples: [
    [
      "doubled|doubling|(?<=(?:to|will|would|could|can|may|might|nearly|almost|than|about|at least|roughly) )double|double(?= (?:by|from|to|its|their|in|the|that|what)\\b)|twofold|two-fold|twice(?! (?:an?|per|each|every)\\b)",
      2
    ],
    [
      "(?:tripl|trebl)(?:ed|ing)|(?<=(?:to|will|would|could|can|may|might|nearly|almost|than|about|at least|roughly) )(?:triple|treble)|thrice",
      3
    ],
    [
      "quadrupl(?:ed|ing)|(?<=(?:to|will|would|could|can|may|might|nearly|almost|than|about|at least|roughly) )quadruple",
      4
    ],
    ["quintupl(?:ed|ing)|to quintuple", 5],
    ["halv(?:ed?|ing)", 0.5],
    ...numbersToTen.slice(2).map(([word, value]): [string, number] => [`${word}[ -]?fold`, value]),
    ["order of magnitude", 10],
    ["two orders of magnitude", 100],
    ["three orders of magnitude", 1000]
  ],
  times: "times(?! (?:an?|per|each|every|in)\\b)|[- ]?fold|x\\b|-times",
  often: "times|twice|thrice",
  multiplies:
    "as|the|what|that of|those of|its|their|his|her|our|over|than|more|less|fewer|greater|\\p{Ll}{2,9}er than|higher|lower|larger|smaller|bigger|faster|longer|cheaper|of|compared",
  multiplied:
    "(?:(?:grow|increas|multipl|expand|rais|ris|jump)\\w*|grew|rose)(?: [\\w-]+){0,5}?|by|(?:is|are|was|were)(?: (?:nearly|almost|about|some|more than|at least))?",
  magnitude: "magnitude",
  before: [
    [
      "(?:does|do|did|will|would|should) not exceed|not exceed(?:ing)?|no(?:t)? (?:more|higher|greater|longer|larger) than|at (?:the )?(?:very )?most|up to|as (?:much|many|high|long|far|large) as|a maximum of|a ceiling of|capped at|limited to|within",
      "<="
    ],
    ["less than|fewer than|under|below|lower than|smaller than|shorter than|short of|not even", "<"],
    [
      "at (?:the )?(?:very )?least|no(?:t)? (?:less|lower|smaller|shorter) than|no fewer than|a minimum of|as (?:few|little|low) as|from at least",
      ">="
    ],
    [
      "more than|over|above|upwards? of|exceed(?:s|ed|ing)?|in excess of|greater than|higher than|larger than|longer than|topped|topping|(?<=(?:will|would|could|may|might|to) )top|surpass(?:es|ed|ing)?|(?<!\\b(?:the|this|these) )past|beyond|(?:(?:just|a little|slightly|a bit|well|far|somewhat) )(?:over|above|more than)|(?:well|far) in excess of|north of",
      ">"
    ],
    [
      "nearly|almost|hardly|scarcely|barely|close to|just (?:under|below|short of)|(?:a little|slightly|a bit) (?:under|below|less than|short of)|approaching|not quite|near",
      "nearly"
    ],
    [
      "about|around|perhaps|maybe|possibly|roughly|approximately|approx\\.?|some|circa|ca\\.|c\\.|~|≈|or so|in the region of|on the order of|something like|an average of about|an estimated (?:about|around)",
      "~"
    ],
    ["an estimated|estimated at|only|just|a total of|totall?ing|exactly|a record", "="],
    ["≥|>=", ">="],
    ["≤|<=", "<="],
    ["<", "<"],
    [">", ">"]
  ],
  after: [
    ["\\+|plus\\b|or (?:more|higher|above|over)|and (?:more|above|over|up)|at (?:the )?least", ">="],
    ["or (?:less|fewer|below|under|lower)|at (?:the )?most", "<="],
    ["or so|-odd|or thereabouts", "~"]
  ],
  range: { opens: "between|from", leaves: "(?!)", to: "to|till|through", and: "and", or: "or" },
  outOf: "in|out of|in every|out of every",
  of: "of|among",
  against: "to",
  ofThem: "of (?:these|those|them|which)",
  ofWhole:
    "of (?:the|all|its|their|his|her|our|that|those|this|these|it|them|what|global|world|total|national|domestic|\\p{Lu}[\\p{L}’'-]*|[\\p{L}’'-]+['’]s)(?!\\p{L})",
  ofOne: "(?:of )?an?",
  units: [
    ["percentage points?|per ?cent|percent|pct\\b|pc\\b|%", "%"],
    ["per ?mille?|‰", "‰"],
    ["Mtp[ay]\\b|MTP[AY]\\b", "Mt a year"],
    ["(?:kt|KT)p[ay]\\b|KTP[AY]\\b", "kt a year"],
    ["tp[ay]\\b|TP[AY]\\b", "t a year"],
    ["(?:metric )?tonne units?|mtus?\\b", "mtu"],
    ["(?:thousand )?(?:kilotonn?e?s?|kt)\\b", "kt"],
    ["megatonn?e?s?|Mt\\b", "Mt"],
    ["(?:metric |short |long )?[Tt]onn?e?s?\\b(?: \\(MT\\))?|MT\\b|mt\\b|t\\b", "t"],
    ["kilos?|kgs\\b", "kg"],
    ...englishPrefixed,
    ["pounds?(?= of)|lbs?\\b", "lb"],
    ["(?:troy )?ounces?|oz\\b", "oz"],
    ["carats?|ct\\b", "ct"],
    ["bushels?", "bu"],
    ["boe\\b|barrels of oil equivalent", "boe"],
    ["m(?:ln|m)?b(?:/d|pd)\\b", "Mbbl a day"],
    ["k(?:b/d|bpd)\\b", "kbbl a day"],
    ["bpd\\b|b/d\\b|barrels a day|barrels per day", "bbl a day"],
    ["barrels?|bbls?\\b", "bbl"],
    ["gallons?", "gal"],
    ["hectolit(?:er|re)s?|hl\\b", "hl"],
    ["(?:square|sq\\.?) kilomet(?:er|re)s?|(?:sq\\.? )?km(?:²|2)|sq\\.? km\\b", "km²"],
    ["(?:square|sq\\.?) met(?:er|re)s?|m(?:²|2)|sq\\.? m\\b", "m²"],
    ["(?:square|sq\\.?) miles?", "mi²"],
    ["(?:square|sq\\.?) f(?:ee|oo)t|sq ?ft", "ft²"],
    ["cubic kilomet(?:er|re)s?|km(?:³|3)", "km³"],
    ["cubic met(?:er|re)s?|m(?:³|3)|cu\\.? m\\b", "m³"],
    ["cubic f(?:ee|oo)t", "ft³"],
    ["kilomet(?:er|re)s?|km\\b", "km"],
    ["centimet(?:er|re)s?|cm\\b", "cm"],
    ["millimet(?:er|re)s?|mm\\b", "mm"],
    ["micromet(?:er|re)s?|microns?", "µm"],
    ["nanomet(?:er|re)s?", "nm"],
    ["picomet(?:er|re)s?", "pm"],
    ["nautical miles?|nm\\b", "nmi"],
    ["miles?(?! per)", "mi"],
    ["met(?:er|re)s?\\b|m\\b", "m"],
    ["f(?:ee|oo)t\\b|ft\\b", "ft"],
    ["hectares?|ha\\b", "ha"],
    ["acres?", "ac"],
    ["(?:US |U\\.S\\. |American )?[Dd]ollars?", "USD"],
    ["[Ee]uros?", "EUR"],
    ["pounds? sterling|sterling", "GBP"],
    ["pence|p\\b", "penny"],
    ["pounds?", "lb"],
    ["[Rr]oubles?|[Rr]ubles?", "RUB"],
    ["[Yy]uan|[Rr]enminbi|RMB", "CNY"],
    ["[Yy]en", "JPY"],
    ["[Rr]upees?", "INR"],
    ["(?:Swiss )?[Ff]rancs?", "CHF"],
    ["(?:Swedish )?[Kk]ronor", "SEK"],
    ["(?:Norwegian )[Kk]roner", "NOK"],
    ["(?:Danish )[Kk]roner", "DKK"],
    ["[Zz]lot(?:y|ys|ych)", "PLN"],
    ["(?:Turkish )?[Ll]ira", "TRY"],
    ["(?:South Korean )?[Ww]on(?= |$)", "KRW"],
    ["hryvni?as?", "UAH"],
    ["reais|real(?=s\\b)", "BRL"],
    ["[Rr]and\\b", "ZAR"],
    ["pesos?", "peso"],
    ["cents?\\b", "cent"],
    ["TEUs?\\b|twenty-foot equivalent units?", "TEU"],
    ["dwt\\b|DWT\\b|deadweight tonn?e?s?", "dwt"],
    ["knots?\\b|kts\\b", "knot"],
    ["mph\\b", "mi/h"],
    ["km/?ph\\b|kmh\\b|kph\\b", "km/h"],
    ["basis points?|bps?\\b", "bp"],
    ["(?:MM|mm|m)Btus?\\b|million (?:British thermal units|Btus?)\\b", "MMBtu"],
    ["British thermal units?|Btus?\\b", "Btu"],
    ["bcm\\b", "bcm"],
    ["decibels?|dBA?\\b", "dB"],
    ["parts per billion|ppb\\b", "ppb"],
    ["horse ?power|hp\\b", "hp"],
    ["inch(?:es)?\\b", "in"],
    ["yards?\\b", "yd"],
    ["-?\\s?decades?", "decade"],
    ["centur(?:y|ies)", "centuries"],
    ["-?\\s?years?(?:-long)?(?!-old)", "yr"],
    ["-?\\s?months?", "month"],
    ["-?\\s?weeks?", "week"],
    ["-?\\s?days?", "day"],
    ["-?\\s?hours?|hrs?\\b|h\\b", "h"],
    ["-?\\s?min(?:ute)?s?\\b", "min"],
    ["-?\\s?seconds?(?! of\\b)", "s"],
    ["degrees? Fahrenheit|°\\s?F\\b", "°F"],
    ["degrees?(?: Celsius| centigrade)?|(?:°\\s?)?C\\b", "°C"]
  ],
  perYear:
    "an? year(?!['’]s| ago| earlier| before| later)|per year|per annum|annually|yearly|each year|every year|/ ?y(?:ea)?r|p\\.a\\.",
  annual: "annual(?:ly)?|yearly",
  per: "per|an?|each|every|/",
  perNoun: { any: "(?:per|for (?:each|every))", ofMoney: "an?|each|every", isNoun: "\\p{Ll}[\\p{Ll}-]+" },
  approximated: "(?!)",
  roughly: "(?!)",
  contrasts:
    "(?:up|down) from|from|(?:against|compared (?:with|to)|versus|vs\\.?|instead of|rather than|than|and then)(?: (?:an?|the)(?: [\\p{Ll}-]+){1,3})?(?: of)?",
  unitless: "ratios?|ind(?:ex|ices)|coefficients?|scores?|multiples?|factors?|ratings?",
  countsThings: "there (?:are|were)|as (?:many|few) as|fewer than|(?:the |a )numbers? of",
  clock: {
    before: "(?:\\d|half|quarter|five|ten|twenty|twenty-five) past",
    after:
      "past (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight)\\b|(?:[ap]\\.? ?m\\.?|o['’]clock|noon)(?!\\p{L})"
  },
  notEven: "(?!)",
  denominates: "per|for every",
  perMany: "per|for every",
  leadsTo: "to|up to",
  differs: "by",
  moves:
    "eas(?:es|ed|ing)|gain(?:s|ed|ing)?|los(?:es|t|ing)|add(?:s|ed|ing)|slip(?:s|ped)|sank|retreat(?:s|ed)|advanc(?:es|ed)|rebound(?:s|ed)",
  arrives:
    "ris(?:e|es|ing|en)|rose|grow(?:s|n|ing)?|grew|increas\\w+|fell|fall(?:s|en|ing)?|drop\\w*|declin\\w+|climb\\w*|jump\\w*|slid\\w*|shr[aiu]nk\\w*|expand\\w*|went|go(?:es|ne)|mov(?:es?|ed|ing)|chang\\w+|cut|slash\\w*|rais\\w+|lift\\w*|reduc\\w+|improv\\w+|widen\\w*|narrow\\w*|surg\\w+|plung\\w+|soar\\w*|tumbl\\w+|dip(?:s|ped)?|edg(?:ed|es|ing)|up|down",
  speaksOf: "(?:talk|speak|think|hear|know|learn|ask|argu|worr|complain)\\w*(?: \\w+)? about",
  decade: "(?:an?|one) decade",
  ago: "ago|earlier|before(?! the)|later|previously|from now|ended|ending",
  spans: "in|within|during|after|(?:in|for|over) the (?:past|last)|the (?:past|last)|every",
  oneUnit: "an?",
  during: "over",
  lasts:
    "for|after|in|of|to|than|t[ao]k\\w*|last\\w*|spen\\w+|wait\\w*|need\\w*|be|been|is|was|were|just|only|well|years?",
  takesTime: "pa(?:y|id|ys) (?:\\w+ ){0,3}?(?:back|off)|t[ao]k(?:e|es|en)|took",
  age: "[- ]year[- ]olds?",
  aged: "aged?|at the age of|(?:children|kids|people|adults|women|men|those|infants) (?:under|over|below|above|younger than|older than)",
  confidence: "CI\\b|confidence|credible",
  numbered:
    "no\\.?|number|nr\\.?|room|line|route|channel|table|tab\\.|figure|fig\\.|chapter|section|page|pp?\\.|vol(?:ume|\\.)?|part|article|art\\.|paragraph|clause|step|phase|stage|class|category|level|tier|bus|tram|flight|highway|boeing|airbus|covid|version|type|unit|issue|tel\\.?|phone|fax|switchboard|ext\\.?|box|building|block|flat|suite|floor|ref\\.?|id",
  function:
    "(?:long|wide|high|deep|tall|thick)(?=[,.;]|$| and)|in|at|by|from|to|this|last|next|the|an?|year|before|after|ago|than|and|or|but|on|for|with|while|as|per|when|who|that|which|is|are|was|were|will|would|has|have|had|today|now|then|still|only|previously|earlier|a year|over|under|since|until|if|because|it|they|he|she|we",
  flows: "produc\\w*|output|demand|consum\\w*|import\\w*|export\\w*|process\\w*|mined?|capacity|suppl\\w*|sales|sold",
  months:
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?",
  thisYear: "this year|currently",
  lastYear: "last year|a year ago",
  dated: "in|since|from|until|till|to|of|during|for|before|after|by|early|late|mid-?|year|founded in|and",
  byYear: "by|until|through|to",
  vague: [
    [`(?:${size})(?:[\\s,]+\\w+){0,2}\\s(?:reserv\\w+|deposits?|resources|stocks|potential|stockpiles?)`, "amount"],
    [`(?:${size})(?:[\\s,]+[\\w&]+){0,2}\\s(?:investments?|sums?|subsid\\w+|expenditures?)`, "money"],
    ["plenty of \\w+", "amount"],
    ["(?:practically|virtually|almost) (?:no|non-?existent) ?\\w*", "amount"],
    [
      "(?:demand|output|production|consumption) (?:will|would|should) (?:only )?(?:grow|rise|increase|fall|drop|decline)",
      "amount"
    ],
    ["(?:one of|among) the (?:\\w+ )?(?:leaders?|largest|biggest|richest)(?: in [\\w ]{3,24})?", "rank"],
    [
      "the (?:world['’]s|country['’]s|region['’]s) (?:premiere?|largest|biggest|top|leading|richest) [\\w ]{3,28}?(?=[,.;]|$)",
      "rank"
    ],
    [
      "(?:grow|increase|rise|multiply|expand)\\w* (?:many times|manifold|several times|several-?fold|severalfold)",
      "multiple"
    ],
    [
      "(?:significantly|much|far|considerably|many times) (?:greater|larger|more|smaller|less|fewer) than[\\w ]{3,24}",
      "multiple"
    ],
    [
      "(?:several|many|countless|a few|dozens of|hundreds of) times(?= (?:as|more|larger|higher|greater|over|the|what|its|bigger|smaller))",
      "multiple"
    ],
    ["multi-?billion(?:-|\\s)(?:dollar|euro)", "money"],
    ["multi-?million(?:-|\\s)(?:dollar|euro)", "money"],
    ["multi-?(?:decade|year)", "span"],
    ["decades-long(?: \\w+)?", "span"],
    ["(?:years|decades) behind", "span"],
    ["since the (?:early |late |mid-)?(?:19|20)\\d0s", "span"],
    ["(?:the )?most of the[\\w ]{3,40}?(?=[,.;]| of )", "count"],
    ["the only [\\w ]{3,24}?(?= in| of|[,.;])", "count"],
    [
      "(?:tens|hundreds|thousands|millions|billions|dozens|scores)(?: of (?:thousands|millions|billions))? of \\w+",
      "count"
    ],
    ["the rest\\b", "amount"],
    ["the (?:bulk|majority|lion['’]s share) of", "amount"]
  ],
  joins: "and|but|while|whereas|yet",
  costs: "costs?|cost\\w*|s[eo]ll?s?|sold|fetch\\w*|pa(?:y|id)",
  paid: "cost(?:s|ing)?|pa(?:y|ys|id|ying)|worth|priced at|earn(?:s|ed)?|sp[ae]n(?:d|t|ds|ding)|invest\\w*|revenues?|profits?|loss(?:es)?|turnover|budget\\w*|debts?|prices?|fees?|fine[sd]?|wages?|salar(?:y|ies)|rents?|grants?|subsid\\w+",
  yen: "tokyo|osaka|yen|nikkei",
  yuan: "beijing|shanghai|yuan|renminbi",
  apart: "from|outside|than|unlike|without|to|against|after",
  theCountry: "(?:the|this) (?:country|nation)",
  agencies: "survey|service|embassy|treasury|office",
  excluded:
    "besides|except(?: for)?|excluding|barring|behind|(?:other|more|less|larger|smaller|richer) than|second (?:only )?to|(?:apart|aside) from|(?:any|every|no)(?:one|body|thing|where)(?: else)?(?:\\s+\\p{L}+){0,2}\\s+but|(?:all|none|any|every|no) (?:\\p{L}+ ){0,3}but",
  forecast:
    "will|would|expect\\w*|forecast\\w*|project(?:s|ed|ions?)\\b|predict\\w*|is set to|likely|in the (?:next|coming)",
  target: "targets?|aims?|goal|plans? to|planned|is to reach|intends?|should (?:reach|grow|rise)|ambition\\w*",
  maybeAhead:
    "(?:ha(?:s|ve|d)|needs?|wants?|ought|due|meant|bound|called|was|were) to|to be|must|should|shall|may|might|could|can|by (?:19|20)\\d\\d|next|until|once|soon|later|future|if",
  ahead: "(?:is|are) (?:to|set to)|will|expects?|plans?|aims?|forecasts?",
  estimate: "estimat\\w*|assess\\w*|approximat\\w* by|reckon\\w*",
  capacity:
    "capacity|could(?: (?!not\\b|never\\b)[\\w’'-]+){0,2} (?:be|make|produce|reach|rise|raise)|can(?: (?!not\\b|never\\b)[\\w’'-]+){0,2} (?:make|produce)|able to (?:[\\w’'-]+ )?(?:make|produce)|potential"
};
