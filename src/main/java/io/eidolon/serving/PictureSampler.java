package io.eidolon.serving;

import java.util.ArrayList;
import java.util.List;

import io.eidolon.inference.Generator;
import io.eidolon.latent.LatentInput;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.serving.PictureMemory.Reservation;

import org.springframework.stereotype.Component;

/** Has a generator draw latents. */
@Component
public class PictureSampler {

	private final PictureMemory memory;

	private final Lookout lookout;

	PictureSampler(PictureMemory memory, Lookout lookout) {
		this.memory = memory;
		this.lookout = lookout;
	}

	/**
	 * Returns one picture for each latent, in their order.
	 * @param counted the parameter that says how many there are
	 * @param scale the factor to enlarge by
	 * @param client who waits for them
	 * @throws ServiceBusyException when there is no room for so many pixels now
	 */
	public Drawing draw(Generator generator, String counted, List<Latent> latents, int scale, Client client) {
		ModelCard card = generator.card();
		List<Sample> samples = new ArrayList<>(latents.size());
		List<LatentInput> inputs = new ArrayList<>(latents.size());
		for (Latent latent : latents) {
			samples.add(sample(card, samples.size(), latent));
			inputs.add(new LatentInput(latent.z(), latent.label()));
		}
		Reservation room = this.memory.reserve(card.image(), latents.size(), scale);
		try {
			return new Drawing(new Drawing.Request(card, counted, scale, client, this.lookout), samples,
					generator.generateAll(inputs, client.remaining()), room);
		}
		catch (RuntimeException ex) {
			room.close();
			throw ex;
		}
	}

	private static Sample sample(ModelCard card, int index, Latent latent) {
		return new Sample(index, latent.seed(), card.conditional() ? card.classes().get(latent.label()) : null,
				latent.z());
	}

}
