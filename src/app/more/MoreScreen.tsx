/** The last tab: large text first, settings, what this device is, its storage, and the ways to everything else. */
import { useEffect, useState } from 'preact/hooks';
import { languages } from '../../i18n/phrase.ts';
import { moreWords as w } from '../../i18n/words/more.ts';
import { Choice } from '../../ui/Choice.tsx';
import { List, Row } from '../../ui/List.tsx';
import { lock, sync } from '../../ui/moreIcons.ts';
import { Switch } from '../../ui/Switch.tsx';
import { Page } from '../shell/Page.tsx';
import { elder, language, type Theme, theme } from '../shell/settings.ts';
import { persistence } from '../shell/storageState.ts';
import { DeviceSection } from './DeviceSection.tsx';
import { Facts } from './Facts.tsx';
import './more.css';
import { readStorageUse } from './queries.ts';

const themeChoices: readonly Theme[] = ['system', 'light', 'dark'];
/** Each language by its own name, so that whoever is lost in the other finds it. */
const languageNames = { 'zh-CN': '中文', en: 'English' } as const;

export function MoreScreen() {
  return (
    <Page title={w.more()} current="more">
      <div class="more">
        <section class="more-elder">
          <Switch
            label={w.elder()}
            hint={w.elderHint()}
            checked={elder.value}
            stateWord={elder.value ? w.on() : w.off()}
            onChange={(on) => {
              elder.value = on;
            }}
          />
        </section>
        <section class="w-stack">
          <h2>{w.settings()}</h2>
          <Choice
            label={w.language()}
            value={language.value}
            options={languages.map((value) => ({ value, label: languageNames[value] }))}
            onChange={(value) => {
              language.value = value;
            }}
          />
          <Choice
            label={w.theme()}
            value={theme.value}
            options={themeChoices.map((value) => ({ value, label: w.themes[value]() }))}
            onChange={(value) => {
              theme.value = value;
            }}
          />
        </section>
        <DeviceSection />
        <StorageSection />
        <section class="w-stack">
          <h2>{w.links()}</h2>
          <List>
            <Row d={sync} href="/queue" title={w.queue()} second={w.queueHint()} />
            <Row d={lock} href="/staff" title={w.staff()} second={w.staffHint()} />
          </List>
        </section>
        <section class="w-stack">
          <h2>{w.about()}</h2>
          <p>{w.aboutText()}</p>
          <p class="w-muted">{w.licenceText()}</p>
        </section>
      </div>
    </Page>
  );
}

function StorageSection() {
  const [use, setUse] = useState<Awaited<ReturnType<typeof readStorageUse>>>(undefined);
  useEffect(() => {
    void readStorageUse().then(setUse);
  }, []);
  return (
    <section class="w-stack">
      <h2>{w.storage()}</h2>
      <Facts
        facts={[
          [w.used(), use ? w.usedOf(megabytes(use.used), megabytes(use.quota)) : w.unknown()],
          [w.kept(), w.persistence[persistence.value]()],
        ]}
      />
    </section>
  );
}

function megabytes(bytes: number): string {
  const mega = bytes / 1_000_000;
  return mega >= 1_000
    ? `${Math.round(mega / 100) / 10} GB`
    : `${mega < 10 ? Math.ceil(mega * 10) / 10 : Math.round(mega)} MB`;
}
