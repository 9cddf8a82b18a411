/** Language and large type, each in its own words, so that anybody finds theirs on the first screen. */
import { enrolWords as w } from '../../i18n/words/enrol.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { elder, language } from '../shell/settings.ts';

export function ReadingChoices() {
  return (
    <div class="enrol-reading">
      <Choice
        label={w.language()}
        value={language.value}
        options={[
          { value: 'zh-CN', label: w.chinese() },
          { value: 'en', label: w.english() },
        ]}
        onChange={(chosen) => {
          language.value = chosen;
        }}
      />
      <Switch
        label={w.elder()}
        checked={elder.value}
        stateWord={elder.value ? w.on() : w.off()}
        onChange={(checked) => {
          elder.value = checked;
        }}
      />
    </div>
  );
}
