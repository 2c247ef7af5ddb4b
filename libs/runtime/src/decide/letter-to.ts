import { type JourneyContext, type Letter, type Participant } from '#journey';

/** Where a letter goes to a participant without a CPR number; undefined for all others. */
export function letterTo({ roles }: Pick<JourneyContext, 'roles'>, person: string): Letter | undefined {
  const holders = (Object.values(roles) as (Participant | readonly Participant[])[]).flat();
  const { name, address } = holders.find(holder => holder.person === person) ?? {};
  return name === undefined || address === undefined ? undefined : { name, address };
}
