/** The city's own records: programmes, courses, facilities. Values only; seed.ts writes them. */
import { type Edit, sureEdit } from '../../domain/kit/edit.ts';
import { Course } from '../../domain/records/course.ts';
import { Facility } from '../../domain/records/facility.ts';
import { Programme } from '../../domain/records/programme.ts';
import { knownId } from './chances.ts';
import { courses, type DemoCourse } from './courses.ts';
import { demoFacilities } from './facilities.ts';
import { programmes } from './programmes.ts';

/** All records of scope `city`. */
export function cityEdits(): readonly Edit[] {
  return [
    ...programmes.map(({ id, ...values }) => sureEdit(Programme, id, undefined, values)),
    ...courses.map((course) => {
      const { id, ...values } = courseOf(course);
      return sureEdit(Course, id, undefined, values);
    }),
    ...demoFacilities().map(({ addressZh, ...values }) =>
      sureEdit(Facility, values.code, undefined, { ...values, address: addressZh }),
    ),
  ];
}

/** A course of the demo's tables as the record that rules read. */
export function courseOf({ id, programme, minAttendancePercent, ...values }: DemoCourse): Course {
  return {
    ...values,
    id: knownId(id),
    programme: knownId(programme),
    ...(minAttendancePercent === undefined ? {} : { minAttendancePercent }),
  };
}
