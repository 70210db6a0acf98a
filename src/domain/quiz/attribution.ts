/** What an item says about the two archipelagos' sovereignty has to name where it says so. */
const ARCHIPELAGO = /hoàng sa|trường sa|paracel|spratly/iu;
const SOVEREIGNTY =
  /chủ quyền|thuộc (?:về )?(?:việt nam|tỉnh|thành phố|tp)|xác lập|thực thi|lãnh thổ|đội hoàng sa|quần đảo[^.]{0,40}của việt nam|cương giới|sovereign|belongs? to|territor|administer|hoàng sa (?:team|fleet|flotilla|brigade)/iu;
const DOCUMENT =
  /theo (?:điều|luật|sách|bản đồ|mộc bản|châu bản|tuyên bố|nghị quyết|nghị định|danh mục|tờ lệnh|quyết định|bộ|tạp chí|cổng|báo|viện|tổng cục|đại nam|phủ biên)|(?:sách|bộ|bản đồ|mộc bản|châu bản|tờ lệnh|tuyên bố|danh mục|luật)[^.]{0,80}(?:chép|ghi|viết|quy định|nêu|vẽ|khắc)|according to|(?:records?|writes?|states?|lists?|notes?|shows?) /iu;

/**
 * True when the texts speak of sovereignty over Hoàng Sa or Trường Sa without naming a document.
 * Deliberately wide: an item it catches wrongly is reworded, one it misses misleads a child.
 */
export function lacksAttribution(texts: readonly string[]): boolean {
  const all = texts.join('\n').normalize('NFC');
  return ARCHIPELAGO.test(all) && SOVEREIGNTY.test(all) && !DOCUMENT.test(all);
}
