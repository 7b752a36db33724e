import type { Speech } from "./lexicon.ts";

/** How English texts say who said something. */
export const speechOfEnglish: Speech = {
  accordingTo:
    "according to|in the words of|in the view of|as reported by|citing|as told to|data from|figures from|by the estimate of|estimates? (?:from|by)|(?:published|compiled|released|calculated|collected|gathered|commissioned) by|(?:analysis|research|stud(?:y|ies)|surveys?|polls?|figures|report) (?:by|from)",
  says: "sa(?:ys|id)|describes|considers|regards|reckon(?:s|ed)|doubt(?:s|ed)|thinks|hop(?:es|ed)|fears|feared|contends?|maintain(?:s|ed)|caution(?:s|ed)|complain(?:s|ed)|conced(?:es|ed)|den(?:ies|ied)|call(?:s|ed)|promis(?:es|ed)|shows?|showed|tells?|told|not(?:es|ed)|add(?:s|ed)|explain(?:s|ed)|stress(?:es|ed)|emphasi[sz](?:es|ed)|believ(?:es|ed)|comment(?:s|ed)|announc(?:es|ed)|claim(?:s|ed)|stat(?:es|ed)|report(?:s|ed)|estimates|(?<!\\b(?:an?|the) )estimated(?! at)|expects?|expected|predict(?:s|ed)|forecasts?|argu(?:es|ed)|insist(?:s|ed)|confirm(?:s|ed)|indicat(?:es|ed)|assert(?:s|ed)|recall(?:s|ed)|conclud(?:es|ed)|warn(?:s|ed)|wr(?:ites|ote)|put|puts|acknowledg(?:es|ed)|suggest(?:s|ed)|highlight(?:s|ed|ing)|mention(?:s|ed)|recogni[sz](?:es|ed)|point(?:s|ed) (?:out|to)|mention(?:s|ed)|disputes?|found(?= that)|finds(?= that)|recommend(?:s|ed)|guarantees|admits|admitted(?= that)|urges|propos(?:es|ed)|declar(?:es|ed)|observ(?:es|ed)|recalls|objects|counters|countered|repl(?:ies|ied)|respond(?:s|ed)|answer(?:s|ed)(?= that)|testif(?:ies|ied)|remark(?:s|ed)|pledg(?:es|ed)|vow(?:s|ed)|sees|laments|quips|(?:cuts?|rais(?:es|ed)|lower(?:s|ed)|kept|keeps|lift(?:s|ed)|trim(?:s|med)) (?:its|their|his|her) (?:[\\w-]+ ){0,3}(?:forecasts?|estimates?|outlook|guidance)",
  tells: "t(?:ells?|old)|inform(?:s|ed)|assur(?:es|ed)|remind(?:s|ed)",
  relative: "who|which|whose|and",
  beforeSays: '[,»”"-]\\s*',
  thisSaid: "(?:this|that) (?:was|is what)",
  hisWords: "(?:in|by|according to) (?:his|her|their) (?:words|account|view|opinion|estimates?)",
  thatFollows: "that|about|of|how|whether",
  placedBy: "in|near|from|outside|across",
  ofFirm: "of|at|for|with|by|against",
  adverbs: "Now|Today|Yesterday|Then|Still|Yet|Also|Later|Last|Only|Even|Both|Since|Because|Where|After|Before",
  colleagues: "et al\\.?|and (?:co-workers|colleagues|co-authors)",
  outletNouns: "newspaper|daily|weekly|magazine|news agency|agency|broadcaster|website",
  someone:
    "(?:(?:[Aa]n?|[Oo]ne|[Tt]wo|[Ss]everal)\\s+|(?<!\\b(?:[Tt]he|[Tt]h[eo]se|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\\s+(?:[\\p{Ll}-]+\\s+){0,2}))((?:(?!(?:the|these|those|its|their|his|her)\\s)[\\p{Ll}-]+\\s+){0,3}?(?:officials?|sources?|diplomats?|traders?|dealers?|brokers?|consumers?|buyers?|suppliers?|analysts?|economists?|experts?|scientists|insiders?|managers?|executives?|bankers?|engineers?|prosecutors|police|spokes(?:man|woman|person|people)))",
  bodies:
    "association|ministr(?:y|ies)|agency|department|company|government|union|bank|institute|committee|council|commission|office|inspectorate|regulator|operator|authorit(?:y|ies)|federation|chamber|customs|data|figures|report|study|survey|researchers|authors|board|trust|hospital|university|utility|firm|club|league|charity|foundation|fund|court|airline|mayor|minister|spokes(?:man|woman|person)",
  institutions:
    "association|ministr(?:y|ies)|agency|department|company|government|union|bank|institute|committee|council|commission|office|inspectorate|regulator|operator|authority|federation|chamber|board|trust|hospital|university|utility|firm|club|league|charity|foundation|fund|court|airline|union",
  ofWhat: "(?!)",
  adjective: "(?!)",
  many: [
    "(?:^|[,;:]\\s+|(?<!\\p{L})(?:and|but|while|though|that)\\s+)((?:(?!(?:to|and|but|while|though|that)\\s)[\\p{L}-]+\\s+){0,2}?\\p{L}\\p{Ll}{2,}s)\\s+(?:say|warn|argue|claim|complain|estimate|expect|fear|insist|reckon|believe|think|predict|hope)(?!\\p{L})",
    '[,”"]\\s+(?:say|warn|argue|claim|complain|estimate|fear|reckon|predict)\\s+((?:[\\p{Ll}-]+\\s+)?\\p{Ll}{3,}s)(?!\\p{L})'
  ],
  surelySays:
    "sa(?:ys|id)|t(?:ells?|old)|estimates|reckon(?:s|ed)|warn(?:s|ed)|expects|argu(?:es|ed)|not(?:es|ed)(?= that)|insist(?:s|ed)|explain(?:s|ed)|announced(?= that)|predict(?:s|ed)|forecasts|believes",
  hasCases: false,
  speechDash: "[—–]",
  firmNouns: "company|firm|group|maker|producer|miner|developer|operator",
  stateNouns: "(?!)",
  firmNames:
    "\\p{Lu}[\\p{L}&’-]*(?:\\s+\\p{Lu}[\\p{L}&’-]*){0,3}\\s+(?:Ltd|Limited|plc|PLC|Inc|Corp|Corporation|Co|Company|GmbH|AG|AS|ASA|AB|Oyj?|SA|NV|BV|LLC|Group|Holdings?|Resources|Minerals|Mining|Mines|Metals|Energy|Energi|Power|Industries|Partners|Airlines|Airways|Motors|Steel|Foods|Shipping|Lines|Logistics|Storage|Pharma|Technologies|Systems)(?!\\p{L})",
  stateNames: "(?!)",
  itself: "it",
  courtesy: "Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady",
  titles:
    "Minister|President|Chief Executive|Chairman|Chairwoman|Director|Secretary|Governor|Mayor|Senator|Professor|Prof\\.?|Dr\\.?|Mr\\.?|Ms\\.?|Mrs\\.?|Commissioner|Ambassador",
  offices: "mayor|minister|spokes(?:man|woman|person)",
  host: "host|presenter|moderator|interviewer|anchor|question|q",
  guest: "answer|a",
  pronouns: "he|she|they",
  pronounsOfMany: "they",
  by: "by"
};
