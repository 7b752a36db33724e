import type { Lexicon } from "./lexicon.ts";

const size =
  "huge|vast|massive|enormous|immense|large|sizeable|substantial|significant|considerable|colossal|small|tiny|negligible|limited";

export const english: Lexicon = {
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
    ["ten", 10],
    ["zero", 0],
    ["one", 1],
    ["two", 2],
    ["three", 3],
    ["four", 4],
    ["five", 5],
    ["six", 6],
    ["seven", 7],
    ["eight", 8],
    ["nine", 9]
  ],
  scales: [
    ["hundred", 1e2],
    ["thousand", 1e3],
    ["million", 1e6],
    ["billion", 1e9],
    ["trillion", 1e12],
    ["mln|mn", 1e6],
    ["bln|bn", 1e9],
    ["trn|tn", 1e12],
    ["k(?= ?\\p{L}|\\b)", 1e3],
    ["m(?= \\p{Ll}{3})", 1e6],
    ["dozen", 12]
  ],
  ordinals: [
    ["first|1st", 1],
    ["second|2nd", 2],
    ["third|3rd", 3],
    ["fourth|4th", 4],
    ["fifth|5th", 5],
    ["sixth|6th", 6],
    ["seventh|7th", 7],
    ["eighth|8th", 8],
    ["ninth|9th", 9],
    ["tenth|10th", 10]
  ],
  rankNouns: "largest|biggest|richest|highest|greatest|leading|top|place|rank|most \\w+|smallest|lowest",
  fractions: [
    ["three[ -]quarters", 0.75],
    ["two[ -]thirds", 2 / 3],
    ["three[ -]fifths", 0.6],
    ["two[ -]fifths", 0.4],
    ["four[ -]fifths", 0.8],
    ["nine[ -]tenths", 0.9],
    ["seven[ -]tenths", 0.7],
    ["(?:a|one) quarter", 0.25],
    ["(?:a|one)[ -]third", 1 / 3],
    ["(?:a|one)[ -]fifth", 0.2],
    ["(?:a|one)[ -]tenth", 0.1],
    ["(?:one[ -])?half", 0.5]
  ],
  multiples: [
    [
      "doubled|doubling|double(?= (?:by|from|to|its|their|in|the|output|production|demand)\\b)|to double|twofold|twice",
      2
    ],
    ["(?:tripl|trebl)(?:ed|ing)|to (?:triple|treble)|threefold|thrice", 3],
    ["quadrupl(?:ed|ing)|to quadruple|fourfold", 4],
    ["halv(?:ed?|ing)", 0.5],
    ["fivefold|to quintuple|quintupled", 5],
    ["sixfold", 6],
    ["sevenfold", 7],
    ["eightfold", 8],
    ["tenfold", 10],
    ["(?:an? )?order of magnitude", 10]
  ],
  times: "times|[- ]?fold|x\\b",
  before: [
    [
      "(?:does|do|did|will|would|should) not exceed|not exceed(?:ing)?|no(?:t)? more than|at (?:the )?most|up to|as (?:much|many|high) as|a maximum of|capped at|within",
      "<="
    ],
    ["less than|fewer than|under|below|lower than|short of", "<"],
    ["at least|no(?:t)? less than|no fewer than|a minimum of", ">="],
    ["more than|over|above|upwards? of|exceed(?:s|ed|ing)?|in excess of|greater than|higher than|topped", ">"],
    ["nearly|almost|close to|just under|approaching", "nearly"],
    ["about|around|roughly|approximately|approx\\.?|some|circa|ca\\.|~|≈|or so|in the region of|on the order of", "~"],
    ["an estimated|estimated at|only|just|a total of|totall?ing", "="],
    ["≥", ">="],
    ["≤", "<="],
    ["<", "<"],
    [">", ">"]
  ],
  after: [
    ["\\+|plus\\b|or (?:more|higher|above)|and (?:more|above|over)", ">="],
    ["or (?:less|fewer|below)", "<="],
    ["or so|-odd", "~"]
  ],
  rangeJoin: "-|to|and|or",
  units: [
    ["percentage points?|per ?cent|percent|pct\\b|%", "%"],
    ["(?:thousand )?(?:kilotonn?e?s?|kt)\\b", "kt"],
    ["megatonn?e?s?|Mt\\b", "Mt"],
    ["(?:metric |short |long )?tonn?e?s?\\b(?: \\(MT\\))?|MT\\b|mt\\b|t\\b", "t"],
    ["kilogram(?:me)?s?|kilos?|kgs?\\b", "kg"],
    ["grams?|g\\b", "g"],
    ["pounds?(?= of)|lbs?\\b", "lb"],
    ["barrels?", "bbl"],
    ["kilomet(?:er|re)s?|km\\b", "km"],
    ["miles?", "mi"],
    ["met(?:er|re)s?\\b|m\\b", "m"],
    ["hectares?|ha\\b", "ha"],
    ["megawatts?|MW\\b", "MW"],
    ["gigawatts?|GW\\b", "GW"],
    ["(?:US |U\\.S\\. )?dollars?|USD", "USD"],
    ["euros?|EUR", "EUR"],
    ["pounds? sterling|GBP", "GBP"],
    ["pounds?", "lb"],
    ["roubles?|rubles?|RUB", "RUB"],
    ["yuan|renminbi|RMB|CNY", "CNY"],
    ["yen|JPY", "JPY"],
    ["cents?", "cent"],
    ["-?\\s?decades?", "decade"],
    ["-?\\s?years?(?:-long)?", "yr"],
    ["-?\\s?months?", "month"],
    ["-?\\s?weeks?", "week"],
    ["-?\\s?days?", "day"],
    ["-?\\s?hours?", "h"],
    ["-?\\s?minutes?", "min"],
    ["degrees?|°C", "°C"]
  ],
  perYear: "an? year|per year|per annum|annually|yearly|each year|every year|/ ?y(?:ea)?r|p\\.a\\.",
  annual: "annual(?:ly)?|yearly",
  per: "per|an?|each|every|/",
  arrives: "(?:r(?:ise|ose)|gr(?:ow|ew)|increas|fell|fall|drop|declin|climb|jump)\\w*",
  flows: "produc\\w*|output|demand|consum\\w*|import\\w*|export\\w*|process\\w*|mined?|capacity|suppl\\w*|sales|sold",
  months:
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?",
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
  accordingTo:
    "according to|in the words of|in the view of|as reported by|citing|as told to|data from|figures from|by the estimate of|estimates? (?:from|by)",
  says: "sa(?:ys|id)|tells?|told|not(?:es|ed)|add(?:s|ed)|explain(?:s|ed)|stress(?:es|ed)|emphasi[sz](?:es|ed)|believ(?:es|ed)|announc(?:es|ed)|claim(?:s|ed)|stat(?:es|ed)|report(?:s|ed)|estimat(?:es|ed)|expects?|expected|predict(?:s|ed)|forecasts?|argu(?:es|ed)|insist(?:s|ed)|confirm(?:s|ed)|indicat(?:es|ed)|assert(?:s|ed)|recall(?:s|ed)|conclud(?:es|ed)|warn(?:s|ed)|wr(?:ites|ote)|put|puts|acknowledg(?:es|ed)|suggest(?:s|ed)|highlight(?:s|ed|ing)|mention(?:s|ed)|recogni[sz](?:es|ed)|point(?:s|ed) (?:out|to)|mention(?:s|ed)",
  pronouns: "he|she|they",
  by: "by",
  forecast:
    "will|would|expect\\w*|forecast\\w*|project(?:s|ed|ions?)\\b|predict\\w*|is set to|likely|in the (?:next|coming)",
  target: "targets?|aims?|goal|plans? to|planned|is to reach|intends?|should (?:reach|grow|rise)|ambition\\w*",
  estimate: "estimat\\w*|assess\\w*|approximat\\w* by|reckon\\w*",
  capacity: "capacity|could (?:be|make|produce|reach|rise)|can (?:make|produce)|able to (?:make|produce)|potential"
};
