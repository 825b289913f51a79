import type { Static } from 'typebox'
import { group, optional, text, yes } from '../../payload.ts'
import { words } from '../../words.ts'

/** R27: review organ, online channel and court as the body had them on the day. */
export const remedyFields = group(words('救济途径', 'Remedies'), {
  reviewOrgan: text(words('行政复议机关', 'Review organ'), { max: 200 }),
  onlineChannel: optional(text(words('在线复议渠道', 'Online review channel'), { max: 300 })),
  court: text(words('管辖法院', 'Court'), { max: 200 }),
  /** Where review must come before the court (复议法 23, or the norm says so). */
  reviewFirst: optional(yes(words('复议前置', 'Review first'))),
})

/**
 * 处罚法 59(1)(5): the ways and terms of remedy. 60 days to review (复议法 20(1)), six months to the court (行政诉讼法 46(1)),
 * 15 days after a review decision where review comes first (行政诉讼法 45); neither stops performance (处罚法 73(1)).
 */
export function remedyText(remedy: Static<typeof remedyFields>, what: string, subject: string): string {
  const online = remedy.onlineChannel ? `，也可以通过${remedy.onlineChannel}在线提交申请` : ''
  const review = `如不服${what}，${subject}可以自收到本文书之日起六十日内向${remedy.reviewOrgan}申请行政复议${online}`
  const court = remedy.reviewFirst
    ? `；依法应当先申请行政复议，对行政复议决定不服的，可以自收到行政复议决定书之日起十五日内向${remedy.court}提起行政诉讼`
    : `；也可以自收到本文书之日起六个月内直接向${remedy.court}提起行政诉讼`
  return `${review}${court}。申请行政复议或者提起行政诉讼的，${what}不停止执行，法律另有规定的除外。`
}
