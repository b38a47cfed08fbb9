/** The package brings no types that its exports lead to. Used by the test of the calendar only. */
declare module 'date-bengali-revised' {
  export default class CalendarBengaliRevised {
    constructor(year: number, month: number, day: number);
    readonly year: number;
    readonly month: number;
    readonly day: number;
    fromGregorian(year: number, month: number, day: number): this;
  }
}
