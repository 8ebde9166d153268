import type { enAccount } from '../en/account.ts'

/** The words of signing in otherwise than by password, in Arabic. */
export const arAccount: Readonly<Record<keyof typeof enAccount, string>> = {
  'admin.account': 'حسابي',
  'passkey.title': 'مفاتيح المرور',
  'passkey.none': 'ليس لديك أي مفتاح بعد.',
  'passkey.name': 'اسم هذا الجهاز',
  'passkey.add': 'إضافة مفتاح مرور',
  'passkey.remove': 'إزالة مفتاح المرور {name}',
  'passkey.removeShort': 'إزالة',
  'passkey.signIn': 'الدخول بمفتاح مرور',
  'passkey.confirm': 'استخدام مفتاح مرور بدلًا من ذلك',
  'passkey.refused': 'لم يُعرض أي مفتاح مرور. أعد المحاولة أو استخدم كلمة السر.',
  'passkey.notHere':
    'تحفظ المتصفحات مفاتيح المرور للأسماء لا للعناوين الرقمية: افتح هذه الصفحة على {address}، أو باسم الخادم.',
  'passkey.about':
    'يبقى مفتاح المرور على جهازك ويقوم مقام كلمة السر والعامل الثاني معًا. ومن يأخذ جهازًا يُفتح من تلقاء نفسه يأخذه أيضًا.',
  'provider.title': 'مزوّد الهوية',
  'provider.signIn': 'الدخول عبر {name}',
  'provider.linked': 'يمكنك الدخول من هناك.',
  'provider.notLinked': 'يمكنك الدخول من هناك بعد ربط حسابك به.',
  'provider.link': 'ربط حسابي',
  'provider.unlink': 'فك ربط حسابي',
  'provider.refused':
    'لم ينجح ذلك. تحتاج إلى دعوة على عنوان البريد نفسه يكون المزوّد قد تحقق منه، أو إلى حساب ربطته بنفسك.',
  'provider.unreachable': 'مزوّد الهوية لا يجيب. ادخل بطريقة أخرى أو أعد المحاولة لاحقًا.',
}
