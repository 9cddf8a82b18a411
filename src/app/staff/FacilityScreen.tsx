/** One facility: what it is, its devices and codes, its classes, its recent sessions, what needs care. */
import { wholeNumber } from '../../i18n/format.ts';
import { staffWords } from '../../i18n/words/staff.ts';
import { staffFacilityWords as w } from '../../i18n/words/staffFacility.ts';
import { networkWords, termOf } from '../../i18n/words/terms.ts';
import type { FacilityDetail } from '../../portal/http/reportTypes.ts';
import { Answered } from './Answered.tsx';
import { ClassTable } from './ClassTable.tsx';
import { contactWords } from './contact.ts';
import { Devices } from './Devices.tsx';
import { EnrolmentCode } from './EnrolmentCode.tsx';
import { ContactTag } from './FacilityTable.tsx';
import { NeedsCare } from './NeedsCare.tsx';
import { nameOf } from './names.ts';
import { SessionTable } from './SessionTable.tsx';
import { StaffPage } from './StaffPage.tsx';
import { useStaff } from './staffContext.ts';
import { useAnswer } from './useAnswer.ts';

export function FacilityScreen({ id = '' }: { readonly id?: string }) {
  const { api, nowMs } = useStaff();
  const facility = useAnswer(id, () => api.facility(id));
  const devices = useAnswer(id, () => api.devices(id));
  const classes = useAnswer(id, () => api.classes(id));
  const isUnknown = facility.failure?.kind === 'refused' && facility.failure.problem.type === 'not-found';
  return (
    <StaffPage
      title={facility.value ? nameOf(facility.value.facility) : staffWords.facility()}
      current="facilities"
      back="/staff/facilities"
    >
      <div class="staff-facility">
        <Answered asked={facility}>{(value) => <Facts detail={value} nowMs={nowMs()} />}</Answered>
        {!isUnknown && (
          <>
            <section class="w-stack">
              <h2>{w.devices()}</h2>
              <Answered asked={devices}>
                {(value) => (
                  <Devices
                    devices={value.devices}
                    onChanged={() => {
                      devices.again();
                      facility.again();
                    }}
                  />
                )}
              </Answered>
              <EnrolmentCode key={id} facility={id} name={facility.value && nameOf(facility.value.facility)} />
            </section>
            {facility.value && <NeedsCare detail={facility.value} />}
            <section class="w-stack">
              <h2>{w.classes()}</h2>
              <Answered asked={classes}>{(value) => <ClassTable facility={id} classes={value.classes} />}</Answered>
            </section>
            {facility.value && <SessionTable detail={facility.value} />}
          </>
        )}
      </div>
    </StaffPage>
  );
}

function Facts({ detail: { facility }, nowMs }: { readonly detail: FacilityDetail; readonly nowMs: number }) {
  const kinds: Partial<typeof w.kinds> & { readonly [kind: string]: (() => string) | undefined } = w.kinds;
  const facts: readonly (readonly [string, string | null])[] = [
    [w.code(), facility.id],
    [w.network(), termOf(networkWords, facility.network as keyof typeof networkWords)],
    [w.kind(), kinds[facility.kind]?.() ?? facility.kind],
    [w.address(), facility.address],
    [w.contactPerson(), facility.contactPerson],
    [staffWords.waiting(), wholeNumber(facility.pending)],
    [staffWords.version(), facility.app],
  ];
  return (
    <section class="w-stack">
      <h2>{w.facts()}</h2>
      <dl class="staff-facts w-numbers">
        <div>
          <dt>{staffWords.lastContact()}</dt>
          <dd>
            {facility.lastContactAt === null ? (
              contactWords(null, nowMs)
            ) : (
              <ContactTag facility={facility} nowMs={nowMs} />
            )}
          </dd>
        </div>
        {facts.map(
          ([name, value]) =>
            value !== null && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}
