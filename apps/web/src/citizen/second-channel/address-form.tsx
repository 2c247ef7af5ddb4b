import { Button } from '../../design/buttons.js';
import { Radios } from '../../design/fields/option-fields.js';
import { TextField } from '../../design/fields/text-field.js';
import { PostForm } from '../../design/post-form.js';
import { useVisit } from '../../http/visit.js';
import { PATHS } from '../../paths.js';
import { type ChannelFault } from './channel-fault.js';
import { secondChannelWordsIn } from './second-channel-words.js';

export interface TypedAddress {
  readonly way: string;
  readonly address: string;
}

interface AddressFormProps {
  readonly typed: TypedAddress | undefined;
  readonly fault: ChannelFault | undefined;
}

/** Where to be told; a code is sent there. */
export function AddressForm({ typed, fault }: AddressFormProps) {
  const own = secondChannelWordsIn(useVisit().language);
  return (
    <PostForm action={PATHS.secondChannel}>
      <Radios
        id="way"
        name="way"
        label={own.way}
        error={fault === 'wayMissing' ? own.wayMissing : undefined}
        options={[
          { code: 'sms', label: own.ways.sms },
          { code: 'email', label: own.ways.email },
        ]}
        chosen={typed ? [typed.way] : []}
      />
      <div class="field">
        <TextField
          id="address"
          name="address"
          label={own.address}
          hint={own.addressHint}
          error={fault === 'addressWrong' ? own.addressWrong : undefined}
          value={typed?.address ?? ''}
          most={254}
        />
      </div>
      <div class="button-row">
        <Button>{own.propose}</Button>
      </div>
    </PostForm>
  );
}
