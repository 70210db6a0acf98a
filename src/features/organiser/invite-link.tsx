import { Button, TextInput } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';

/**
 * Copies the field's text. Over plain HTTP browsers give no clipboard: then the older command is
 * asked, and when that refuses too the text stays selected for Ctrl+C.
 */
async function copyFrom(field: HTMLInputElement): Promise<boolean> {
  field.focus();
  field.select();
  if (window.isSecureContext) {
    const written = await navigator.clipboard.writeText(field.value).then(
      () => true,
      () => false,
    );
    if (written) return true;
  }
  return document.execCommand('copy');
}

/** A one-time link, shown once: to hand to the person by message or on paper. */
export function InviteLink({ link, fullName }: { link: string; fullName: string }) {
  const { t } = useLanguage();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // The link is what comes next, for eyes and for screen readers.
  useEffect(() => heading.current?.focus(), []);
  const copy = () => {
    if (field.current) void copyFrom(field.current).then(setCopied);
  };
  const Icon = copied ? Check : Copy;
  return (
    <div className="invite">
      <h3 ref={heading} tabIndex={-1}>
        {t('organiser.invite.title', { name: fullName })}
      </h3>
      <p>{t('organiser.invite.about')}</p>
      <div className="invite-row">
        <TextInput
          ref={field}
          readOnly
          label={t('organiser.invite.link')}
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button leftSection={<Icon size={18} aria-hidden="true" />} onClick={copy}>
          {t('organiser.invite.copy')}
        </Button>
      </div>
      <p role="status" className="field-note">
        {copied === null
          ? null
          : t(copied ? 'organiser.invite.copied' : 'organiser.invite.copyByHand')}
      </p>
    </div>
  );
}
