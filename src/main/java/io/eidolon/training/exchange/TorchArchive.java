package io.eidolon.training.exchange;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import io.eidolon.training.loop.CheckpointParts;
import io.eidolon.training.loop.TrainingException;
import io.eidolon.training.network.StoredTensor;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.StringVector;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Archives of TorchScript: checkpoints of runs, and modules that PyTorch has scripted.
 */
final class TorchArchive {

	private TorchArchive() {
	}

	/**
	 * Reads all tensors of floats, those of a part by "part.name".
	 * @throws TrainingException when the file is no archive
	 */
	static Map<String, StoredTensor> read(Path file) {
		try (PointerScope _ = new PointerScope()) {
			InputArchive archive = new InputArchive();
			archive.load_from(file.toString());
			Map<String, StoredTensor> tensors = new LinkedHashMap<>();
			add(archive, "", tensors);
			return tensors;
		}
		// libtorch's errors arrive as unchecked exceptions
		catch (RuntimeException ex) {
			throw new TrainingException(("%s is no archive of TorchScript; a state dict that Python has pickled is "
					+ "converted by safetensors.torch.save_file(torch.load(...), ...)")
				.formatted(file.toAbsolutePath()), ex);
		}
	}

	private static void add(InputArchive archive, String prefix, Map<String, StoredTensor> tensors) {
		StringVector keys = archive.keys();
		for (long i = 0; i < keys.size(); i++) {
			String key = keys.get(i).getString();
			Tensor tensor = new Tensor();
			InputArchive part = new InputArchive();
			if (CheckpointParts.OF_ONE_RUN.contains(key)) {
				continue;
			}
			if (archive.try_read(key, tensor) || archive.try_read(key, tensor, true)) {
				if (torch.isFloatingType(tensor.scalar_type())) {
					tensors.put(prefix + key, StoredTensor.of(tensor.to(torch.ScalarType.Float)));
				}
			}
			else if (archive.try_read(key, part)) {
				add(part, prefix + key + ".", tensors);
			}
		}
	}

}
