"""Frequencies of letter bigrams in the words of a script, as shares of distinct words.

Counted over official documents in the six languages.  A bigram that is not listed occurs in fewer
than three of ten thousand words.  The Latin table is that of English, French and Spanish together,
so that a quotation in one language is not improbable in another.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

UNLISTED_SHARE = 0.0003
"""The largest share of words in which a bigram that is not listed may occur."""

_ARABIC = {
    0.0006: (
        "ءم آز آس أذ ؤا ؤث ؤق ؤل ؤه ؤي إت إخ إز إغ ئت ئز ئص ئط ئف ئن ئو اؤ بؤ بئ بث بض بف تآ "
        "تة جئ جث جح جغ حج حذ خة خز خس خى دء ذة ذت ذخ ذف زت زن زه سأ سئ شة شق شن شى صغ صك صه "
        "صى ضب ضت ضد ضى طى ظل ظه عس عص عظ عك غم غن فؤ فد فز فط فك فم قق كأ كذ كه لظ مأ مئ مذ "
        "مظ مغ نؤ نث نذ نر هؤ هق هل "
    ),
    0.0012: (
        "ءة ءل آث آخ آر آل آم أة أت أغ ؤر ؤك إب إث إذ إض إف ئب ئج ئح ئد اظ بج بخ بس بغ تؤ تئ "
        "تذ تى ثب جذ جس حش حض حن خم خو دب دث دس دى ذج ذر ذو رأ رؤ رث رخ رز رط رغ رل زء زح زز "
        "زل زو سخ سط شؤ شئ شغ شم صب صص صع ضة ضح ضل طت طط طع طف طم طه ظة ظف عج عط عف عى غة غت "
        "غذ غط فئ فج فح فذ فص فغ قس قش قف قن قى كث كد كش مط نخ نض نك نل نن نى هذ هز هه وء يؤ "
        "يخ يص "
    ),
    0.0025: (
        "أب أج أح أش أص أط أك أه ؤت ؤد ؤس ؤش إر إش إط إق إل إم ئا ئر ئق ئل ئه اذ بإ بب بذ بش "
        "بص بك تظ ثة ثق ثم ثن ثو جب جة حب حث حص حظ حف حه خب خف دأ دئ دخ دق دن ذل ذي رش رم رى "
        "زة زد زر زع سؤ سج سد سس سف سق سك شأ شج شخ شط شع شف شه صة صح صف صم صن ضط ضه طق طن ظو "
        "ظي عث عش عض غل غو فس فظ فل فن فه قص قض قع قم كب كز كس كف لآ لذ لز لى مز مض نج نع نغ "
        "هة هت هج هر وآ وة وخ وذ وش وظ وغ وى يث يض يغ "
    ),
    0.005: (
        "ءا أث أخ أد أر أف أق أل أي ؤو إج إح إس إص إي ئة ئم اة اث اش اغ بأ بد بط بق به تأ تث "
        "تز تض تغ ثر ثي جز جع جن حس حك حل حم حو خت خد خذ خر خص خي دت دف دل ذا ذك ذه رئ رب رج "
        "رح رر رس رص رض رع رق رن زم سة سع سن سه شب شت شد شك شو شي صر ضر ضع ضم ضو طب طي ظا ظر "
        "عب عز عن غر فت فض فو قط قه كة كت كم كن لث لض لغ مث مخ مص مف نب نح نز نص نط نق نم هن "
        "وث وز وط وه وو يئ يح يذ يش "
    ),
    0.01: (
        "أس أع أم أن أو إد إع إن ئي اخ از اص اض اط اك اه بة بت بح بل بم بن بو تب تت تج تخ تش "
        "تص تط تل ثا ثل جت جد جر جل جم جه جو حة حت حد حر حق حي خا خط خل دد دع دم ده رت رد رف "
        "رك زي سب سر سل سم سو صد صل صو صي ضا ضي طا طة طر طل طو ظم عة عت عر عق عه عو غا غي فة "
        "فع فق قب قة قت قل قو كر كل كو كي لخ لر لش لص لط مؤ مب مج مح مد مش مق مك مم نة ند نس "
        "نش نف هد هو هي وأ وإ وح وس وص وض وف وق وك يب يج يز يط يف يك يه يو "
    ),
    1: (
        "اء ائ اب ات اج اح اد ار اس اع اف اق ال ام ان او اي با بر بع بي تا تح تد تر تس تع تف "
        "تق تك تم تن ته تو تي جا جي حا دا دة در دو دي را رة ره رو ري زا سا ست سي شا شر صا عا "
        "عد عل عم عي فا فر في قا قد قر قي كا لأ لإ لا لب لة لت لج لح لد لس لع لف لق لك لل لم "
        "لن له لو لي ما مة مت مر مس مع مل من مه مو مي نا نت نظ نه نو ني ها هم وا وب وت وج ود "
        "ور وع ول وم ون وي يا ية يت يد ير يس يع يق يل يم ين يي "
    ),
}
_CYRILLIC = {
    0.0006: (
        "бк вг вп вщ гд гм жп жь зг зк иш кк кн лм мб мк мь нч ню оу оэ ою пс рч рю тф тъ уц "
        "фт фы хе цу цы чт чу чь шр щн щь ыг ыя ьи эв эй юл юс яб "
    ),
    0.0012: (
        "бю вь дм дт дц дш дь еу жк жу зъ иу йк йт кз лс нщ оа пт пц рб рп рх тл уз фг ху чк "
        "чл чш шк шо шу ыз ьб ьг ьд ьк ья эл эн юн юр яг яж яй яц "
    ),
    0.0025: (
        "ау аф бз бм бх вв вм вт гн гч дг дж дк дх дч еи еф ею ея зе зя иб ищ йо йч йш кв лг "
        "лк лл лы мс мя нг нь оф ош пп пы рв рь сб сд сф сх сч тд тч ух уш фа фл фр фу ха хв "
        "хи хн ша шн шт щр ъя ыд ык ыл ыч ыш ье ьм юб юз юц яд ял яр яс яя "
    ),
    0.005: (
        "ай аш бъ бя вш дд дп дя еа ец еш ещ зб зл зр иг иж ип иф йн лж мл мм мп нв ощ пн пя "
        "рд рк рр рш ср сш сы тм тя уа ув уя фф хр хс ца чр щу ъе ыб ын ып ыр ыт ьз ьш ью эт "
        "эф яв ян "
    ),
    0.01: (
        "аи ап ба би бн бс бу бщ бы вз вк вр вс вя ге гл гу дв дл др ды еб ее ео еп ех жа зд "
        "зи зу зы ид иц ке кс кц лн мн нф нц ои ох оц оя пи пу рг рж рм рт ря см сь тк уб уг "
        "уе уж ум ун фе ши ща ыс ьт эк юд ют юч яе яз ях ящ яю "
    ),
    1: (
        "аб ав аг ад ае аж аз ак ал ам ан ар ас ат ах ац ач ащ аю ая бе бл бо бр ва ве ви вл "
        "вн во ву вы га ги го гр да де ди дн до дс ду ев ег ед еж ез ей ек ел ем ен ер ес ет "
        "еч жд же жи жн за зв зм зн зо иа ив ие из ии ий ик ил им ин ио ир ис ит их ич ию ия "
        "йс ка ки кл ко кр кт ку ла ле ли ло лу ль лю ля ма ме ми мо му мы на нд не ни нк нн "
        "но нс нт ну ны ня об ов ог од ое ож оз ой ок ол ом он оо оп ор ос от оч па пе пл по "
        "пр ра ре ри рн ро рс ру ры са св се си ск сл сн со сп сс ст су ся та тв те ти тн то "
        "тр тс ту ты ть уд ук ул уп ур ус ут уч ущ ую фи фо хо це ци ча че чи чн ше ще щи ыв "
        "ые ый ым ых ьн ьс ющ ям ят "
    ),
}
_LATIN = {
    0.0006: (
        "aç aú bc bp bv by bó có df dj dá dû eí eï eú fá fê gf há hâ ii ik jà jó ko kr kt lb "
        "lq lr là lú ml mó nè ní oz oî pg pâ pí pó pô rj râ sá sú tc tp tô uh uk uq uá vó wd "
        "wr xm xy xá yb yd yg yr yó zg zm zé áb áv çà èl èq éx éz êl íb íg îl úa úl út ûm üe "
        "üi "
    ),
    0.0012: (
        "aé aï bt bá bí cá cè db dh dn dq dè gt gú gü hd hs hè hí hô iá iñ ka kp lá mn my mè "
        "mê mú np ny ná oe oj ox oé pd pm pè rf rq sb sd sg sn sv sè sí sû tf tâ uo uz vê xq "
        "xu xó yn yp yt zu ám áp áx âc âg ât çu èc èd éh éj éé êm íe ír ït ór ós óv óx ûr œu "
    ),
    0.0025: (
        "ae ao ax aí añ bj bm bé cn cq cs cí cô dl dm dy dí dó ek ey eá eç fg fy fí gm gy gè "
        "gí hl hm hn hu hy ij iu ix kn lc lf lg ln lp lè ló mí nj nl nr nç nó nú oh ok oq oû "
        "pc pá pê pú rw rç rê rô só tn tá tè tó tú uf uj uê uí vu ví wl ws xh xo yc yi ym yo "
        "yu yé zc zo ác áf ál ár ás ça ço èg èn ès èt èv éb éi éo éu êc íd ím ío în ît ód óg "
        "ól óm ôt úb úe úm ún ût "
    ),
    0.005: (
        "aq aw ay az aî dd dg dv eh eo ez ft gg gl gs hr ja lm lv lí má nh nk nm nq nz oa oy "
        "ps rb rp rz rè ró sf sk sl sq sy tm tw tí ug wh wn xa xc xe xé ye át éq êt íc íf ín "
        "ís ít ña ño ôl "
    ),
    0.01: (
        "af aj ak bo bs ck cy cé dr ds ej eq ew eñ fl fr fs fu fé gh go gé ht hé ip ié je jo "
        "ke ki ks ld ls ms of oo ow ph rk rl rv rí sm tl ud uy ué vr vé wa we wi wo xi xp xt "
        "ya ys zi èm èr éa éd éf én év "
    ),
    1: (
        "ab ac ad ag ai al am an ap ar as at au av ba be bi bl br bu ca cc ce ch ci cl co cr "
        "ct cu da de di do du dé ea eb ec ed ee ef eg ei el em en ep er es et eu ev ex fa fe "
        "ff fi fo ga ge gi gn gr gu ha he hi ho ia ib ic id ie if ig il im in io iq ir is it "
        "iv iz iè ió ju la le li ll lo lt lu ly lé ma mb me mi mm mo mp mu mé na nc nd ne nf "
        "ng ni nn no ns nt nu nv né ob oc od og oi ol om on op or os ot ou ov pa pe pi pl po "
        "pp pr pt pu pé qu ra rc rd re rg ri rm rn ro rr rs rt ru ry rá ré sa sc se sh si so "
        "sp ss st su sé ta te th ti to tr ts tt tu ty té ua ub uc ue ui ul um un up ur us ut "
        "uv ux va ve vi vo za ze án éc ée ég él ém ép ér és ét ía ón "
    ),
}


def _by_bigram(shares: dict[float, str]) -> Mapping[str, float]:
    return MappingProxyType(
        {bigram: share for share, bigrams in shares.items() for bigram in bigrams.split()}
    )


BIGRAMS: Mapping[str, Mapping[str, float]] = MappingProxyType(
    {"Arabic": _by_bigram(_ARABIC), "Cyrillic": _by_bigram(_CYRILLIC), "Latin": _by_bigram(_LATIN)}
)
"""Script to bigram to the largest share of words in which it may occur."""
