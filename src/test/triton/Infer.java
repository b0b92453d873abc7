import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import triton.client.InferInput;
import triton.client.InferRequestedOutput;
import triton.client.InferResult;
import triton.client.InferenceServerClient;
import triton.client.pojo.DataType;

/**
 * Runs networks by Triton's client for Java, which brings other versions of what the
 * service uses: {@code java -cp java-api.jar Infer.java <host:port>}.
 */
class Infer {

	public static void main(String[] arguments) throws Exception {
		try (InferenceServerClient client = new InferenceServerClient(arguments[0], 20_000, 20_000)) {
			InferInput z = new InferInput("z", new long[] { 2, 8 }, DataType.FP32);
			float[] latents = new float[16];
			Arrays.fill(latents, 8, 16, 1);
			z.setData(latents, true);
			InferResult drawn = client.infer("described", List.of(z),
					List.of(new InferRequestedOutput("image", true)));
			byte[] images = drawn.getOutputAsByte("image");
			System.out.println("images " + Base64.getEncoder().encodeToString(images));

			z.setData(latents, false);
			InferResult inJson = client.infer("described", List.of(z),
					List.of(new InferRequestedOutput("image", false)));
			System.out.println("json " + inJson.getResponse().getOutputByName("image").getDatatype() + " "
					+ inJson.getResponse().getOutputByName("image").getData().length);

			InferInput image = new InferInput("image", new long[] { 2, 8, 8, 1 }, DataType.UINT8);
			image.setData(images, true);
			InferResult described = client.infer("described.discriminator", List.of(image),
					List.of(new InferRequestedOutput("features", true)));
			System.out.println("features " + Arrays.toString(described.getOutputAsFloat("features")));
		}
	}

}
