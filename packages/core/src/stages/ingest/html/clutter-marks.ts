type Attributes = Readonly<Record<string, string>>

/** Elements whose content is never a report's own text. */
const ASIDE_ELEMENTS = new Set(['nav', 'footer', 'aside', 'form', 'menu', 'dialog'])
const ASIDE_ROLES = new Set([
  'navigation',
  'complementary',
  'banner',
  'contentinfo',
  'dialog',
  'search',
  'menu',
  'toolbar',
])

/** Parts of class names and ids by which pages set things apart: a convention of markup, in whatever language the page is. */
const ASIDE_NAME =
  /(?:^|[\s_-])(?:ads?|advert\w*|banner|breadcrumbs?|byline-share|comments?|cookies?|consent|disqus|footer|login|masthead|menu|modal|more-(?:news|stories)|most-(?:read|popular)|nav(?:bar|igation)?|newsletter|pagination|paywall|popular|popup|promo\w*|recommend\w*|related\w*|read-?(?:also|more)|share\w*|sharing|sidebar|signup|social\w*|sponsor\w*|subscri\w*|taboola|outbrain|tags?|trending|widget)(?:$|[\s_-])/i

/** Whether an element's markup sets it aside from the report. A header is part of the report inside an article only. */
export const isSetAside = (name: string, attributes: Attributes, inArticle: boolean): boolean => {
  if (ASIDE_ELEMENTS.has(name) || ASIDE_ROLES.has(attributes.role ?? '')) return true
  if (name === 'body' || name === 'html' || name === 'article' || name === 'main') return false
  if (name === 'header' && !inArticle) return true
  return ASIDE_NAME.test(attributes.class ?? '') || ASIDE_NAME.test(attributes.id ?? '')
}

/** Whether an element is not shown. */
export const isHidden = (attributes: Attributes): boolean =>
  'hidden' in attributes ||
  attributes['aria-hidden'] === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style ?? '')
