import { Alert } from '../../design/alert.js';
import { ErrorSummary } from '../../design/error-summary.js';
import { useVisit } from '../../http/visit.js';
import { type SecondChannelDocument } from '../../rest/documents.js';
import { AddressForm, type TypedAddress } from './address-form.js';
import { type ChannelFault, FAULT_PLACES } from './channel-fault.js';
import { ChannelInUse } from './channel-in-use.js';
import { CodeForm } from './code-form.js';
import { SecondChannelLayout } from './second-channel-layout.js';
import { secondChannelWordsIn } from './second-channel-words.js';

export interface SecondChannelPageProps {
  readonly channel: SecondChannelDocument | undefined;
  /** As it was typed, when it is to be mended. */
  readonly typed?: TypedAddress;
  readonly fault?: ChannelFault;
  /** What has just been done. */
  readonly done?: 'saved' | 'removed' | undefined;
}

/** Be told by text message or e-mail: where, the code that proves it, and how to stop it. */
export function SecondChannelPage({ channel, typed, fault, done }: SecondChannelPageProps) {
  const own = secondChannelWordsIn(useVisit().language);
  return (
    <SecondChannelLayout faulty={fault !== undefined}>
      <ErrorSummary faults={fault === undefined ? [] : [{ text: own[fault], href: FAULT_PLACES[fault] }]} />
      <h1>{own.title}</h1>
      {done !== undefined && (
        <Alert kind="success" live>
          <p class="alert-text">{own[done]}</p>
        </Alert>
      )}
      <p class="lead">{own.lead}</p>
      {channel?.confirmed && <ChannelInUse address={channel.address} />}
      {channel && !channel.confirmed && <CodeForm address={channel.address} fault={fault} />}
      {channel && <h2>{channel.confirmed ? own.change : own.again}</h2>}
      <AddressForm typed={typed} fault={fault} />
    </SecondChannelLayout>
  );
}
