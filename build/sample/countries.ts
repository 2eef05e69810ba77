/** A country in the three ways the portal's users write it. */
export type Country = { sv: string; en: string; code: string };

const country = (row: string): Country => {
  const [sv = '', en = '', code = ''] = row.split('|');
  return { sv, en, code };
};

/** Countries that the programme's target group comes from. */
export const OUTSIDE_EUROPE = [
  'Syrien|Syria|SY', 'Irak|Iraq|IQ', 'Iran|Iran|IR', 'Afghanistan|Afghanistan|AF', 'Indien|India|IN', 'Pakistan|Pakistan|PK',
  'Bangladesh|Bangladesh|BD', 'Sri Lanka|Sri Lanka|LK', 'Eritrea|Eritrea|ER', 'Etiopien|Ethiopia|ET', 'Sudan|Sudan|SD',
  'Nigeria|Nigeria|NG', 'Ghana|Ghana|GH', 'Kenya|Kenya|KE', 'Egypten|Egypt|EG', 'Libanon|Lebanon|LB', 'Jordanien|Jordan|JO',
  'Brasilien|Brazil|BR', 'Colombia|Colombia|CO', 'Venezuela|Venezuela|VE', 'Mexiko|Mexico|MX', 'Kina|China|CN',
  'Vietnam|Vietnam|VN', 'Filippinerna|Philippines|PH', 'USA|United States|US',
].map(country);

/** Countries that the 2023 rules ask the caseworker to decide on. */
export const BORDERLINE = [
  'Turkiet|Turkey|TR', 'Ryssland|Russia|RU', 'Georgien|Georgia|GE', 'Armenien|Armenia|AM', 'Azerbajdzjan|Azerbaijan|AZ',
  'Kazakstan|Kazakhstan|KZ', 'Cypern|Cyprus|CY',
].map(country);

/** Some countries of Europe. */
export const EUROPE = [
  'Tyskland|Germany|DE', 'Polen|Poland|PL', 'Italien|Italy|IT', 'Spanien|Spain|ES', 'Grekland|Greece|GR', 'Rumänien|Romania|RO',
  'Serbien|Serbia|RS', 'Bosnien och Hercegovina|Bosnia and Herzegovina|BA', 'Ukraina|Ukraine|UA',
].map(country);

export const SWEDEN = country('Sverige|Sweden|SE');

/** A country whose name is the same however it is written: states that are gone, words that are none. */
export function onlyNamed(name: string): Country {
  return { sv: name, en: name, code: name };
}
