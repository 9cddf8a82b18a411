/** A staff screen inside its frame: the staff's own tabs, who is signed in, the language, the way out. */
import type { ComponentChildren } from 'preact';
import { shellWords } from '../../i18n/words/shell.ts';
import { staffWords as w } from '../../i18n/words/staff.ts';
import { Button } from '../../ui/Button.tsx';
import { Frame } from '../../ui/Frame.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { chevronLeft, library, today } from '../../ui/icons.ts';
import { leaving } from '../../ui/moreIcons.ts';
import { Toast } from '../../ui/Toast.tsx';
import { language } from '../shell/settings.ts';
import { useStaff } from './staffContext.ts';

const tabs = () => [
  { key: 'city', href: '/staff', label: w.city(), d: today },
  { key: 'facilities', href: '/staff/facilities', label: w.facilities(), d: library },
];

export interface StaffPageProps {
  readonly title: ComponentChildren;
  readonly current?: 'city' | 'facilities';
  readonly back?: string;
  readonly wide?: boolean;
  /** A line that stays in sight at the bottom. */
  readonly state?: ComponentChildren;
  readonly children: ComponentChildren;
}

export function StaffPage({ title, current, back, wide, state, children }: StaffPageProps) {
  const { who, signOut, message, say } = useStaff();
  return (
    <Frame
      title={title}
      before={back === undefined ? undefined : <IconButton d={chevronLeft} label={shellWords.back()} href={back} />}
      after={
        <>
          <span class="staff-who">{who.name}</span>
          <span class={back === undefined ? undefined : 'staff-where-wide'}>
            <LanguageButton />
          </span>
          <IconButton d={leaving} label={w.signOut()} onPress={() => void signOut()} />
        </>
      }
      tabs={tabs()}
      current={current}
      tabsLabel={shellWords.tabs()}
      skipLabel={shellWords.skip()}
      state={state}
      float={<Toast message={message} dismissLabel={shellWords.close()} onDismiss={() => say(undefined)} />}
      wide={wide}
    >
      {children}
    </Frame>
  );
}

/** The other language, in its own words. */
export function LanguageButton() {
  const other = language.value === 'en' ? 'zh-CN' : 'en';
  return (
    <Button
      tone="plain"
      onPress={() => {
        language.value = other;
      }}
    >
      <span lang={other}>{w.otherLanguage()}</span>
    </Button>
  );
}
