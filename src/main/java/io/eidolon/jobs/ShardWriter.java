package io.eidolon.jobs;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eidolon.modelcard.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Writes the archive of a shard: for each picture its file, and one of the same name that
 * says in JSON what it was generated from.
 */
@Component
class ShardWriter {

	private static final int BUFFER = 1 << 18;

	private static final JsonMapper JSON = JsonMapper.shared();

	private final ShardGenerator generator;

	ShardWriter(ShardGenerator generator) {
		this.generator = generator;
	}

	/**
	 * Generates a shard and writes it to a file.
	 * @param stopped whether nobody wants it any more; asked by many threads
	 * @param progress hears now and then how many of its pictures there are
	 * @throws io.eidolon.serving.ClientGoneException when it has been stopped
	 */
	StoredShard write(Job job, Shard shard, Path file, BooleanSupplier stopped, IntConsumer progress)
			throws IOException {
		JobRequest request = job.request();
		DigestOutputStream out = new DigestOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW),
				Sha256.newDigest());
		AtomicInteger written = new AtomicInteger();
		try (OutputStream buffered = new BufferedOutputStream(out, BUFFER);
				ArchiveWriter archive = request.archive().write(buffered)) {
			this.generator.generate(job, shard, stopped, (pictures) -> {
				for (JobPicture picture : pictures) {
					String name = String.format(Locale.ROOT, "%06d.", picture.index());
					archive.add(name + request.format().extension(), picture.data());
					archive.add(name + "json", JSON.writeValueAsBytes(Origin.of(request, picture)));
				}
				progress.accept(written.addAndGet(pictures.size()));
			});
		}
		return new StoredShard(shard.number(), shard.file(request.archive()), Files.size(file),
				Sha256.hex(out.getMessageDigest()));
	}

	/**
	 * What a picture was generated from.
	 *
	 * @param index its place among the pictures of the job, from 0
	 * @param seed its seed; left out on a walk
	 * @param label the name of its class; left out when the model takes no label
	 * @param prompt its words; left out when it has none
	 * @param model the name of the model
	 * @param version the version of the model
	 * @param truncation psi, by which its latent was scaled
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Origin(int index, @Nullable Long seed, @Nullable String label, @Nullable String prompt,
			@Nullable String model, @Nullable String version, double truncation) {

		static Origin of(JobRequest request, JobPicture picture) {
			return new Origin(picture.index(), picture.seed(), picture.label(), picture.prompt(), request.model(),
					request.version(), request.truncation());
		}

	}

}
