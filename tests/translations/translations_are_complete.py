"""Every text of the programs is translated: each unfinished, missing or vanished message is named, and each
translation whose placeholders, mnemonics or outer white space differ from its source.

SIGEN_LUPDATE is the program that collects texts, SIGEN_LUPDATE_ARGUMENTS (divided by |) what update_translations
gives it, SIGEN_I18N the folder of the .ts files."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

FOLDER = Path(os.environ["SIGEN_I18N"])
LUPDATE = os.environ["SIGEN_LUPDATE"]
ARGUMENTS = [line for line in os.environ["SIGEN_LUPDATE_ARGUMENTS"].split("|") if line]
# How many forms a number takes in each language (Unicode CLDR).
PLURAL_FORMS = {"en": 2, "de": 2, "zh_CN": 1}
PLACEHOLDER = re.compile(r"%(?:L?\d{1,2}|L?n)")
# An & before a letter or digit underlines it; && is one that is shown.
MNEMONIC = re.compile(r"(?<!&)&(?:&&)*(?=\w)")
# Chinese has no letters to underline: the Latin one follows in brackets, "文件(&F)".


class Message:
    def __init__(self, context, element):
        self.context = context
        self.source = element.findtext("source") or ""
        self.comment = element.findtext("comment") or ""
        self.numerus = element.get("numerus") == "yes"
        translation = element.find("translation")
        self.state = translation.get("type") if translation is not None else "unfinished"
        forms = translation.findall("numerusform") if translation is not None else []
        self.forms = [form.text or "" for form in forms] if self.numerus else [
            (translation.text or "") if translation is not None else ""]

    def __str__(self):
        return f"{self.context}: {self.source!r}"


def messages(path):
    for context in ElementTree.parse(path).getroot().iter("context"):
        for element in context.findall("message"):
            yield Message(context.findtext("name"), element)


def differences(message, language):
    """What is wrong with a finished translation, in words."""
    found = []
    wanted = Counter(PLACEHOLDER.findall(message.source))
    for form in message.forms:
        has = Counter(PLACEHOLDER.findall(form))
        if message.numerus:
            # "one gateway" needs no number; no form may have another one.
            number = [key for key in ("%n", "%Ln") if wanted[key] and not has[key]]
            if len(message.forms) > 1 and form is message.forms[0]:
                for key in number:
                    has[key] = wanted[key]
        if has != wanted:
            found.append(f"placeholders {sorted(has.elements())} instead of {sorted(wanted.elements())}")
        mnemonics = len(MNEMONIC.findall(form))
        if mnemonics != len(MNEMONIC.findall(message.source)):
            found.append(f"{mnemonics} mnemonics")
        for where, strip in (("begins", str.lstrip), ("ends", str.rstrip)):
            cut = (lambda text: text[:len(text) - len(strip(text))]) if where == "begins" else (
                lambda text: text[len(strip(text)):])
            if cut(form) != cut(message.source):
                found.append(f"{where} with other white space")
    return found


class TheCheckSeesWhatIsWrong(unittest.TestCase):
    @staticmethod
    def message(source, *forms, numerus=False):
        element = ElementTree.Element("message", numerus="yes" if numerus else "no")
        ElementTree.SubElement(element, "source").text = source
        translation = ElementTree.SubElement(element, "translation")
        if numerus:
            for form in forms:
                ElementTree.SubElement(translation, "numerusform").text = form
        else:
            translation.text = forms[0]
        return Message("Test", element)

    def test_what_is_right_passes(self):
        for source, form in (("&Open %1", "%1 ö&ffnen"), ("A && B", "A && B"), ("%L1 W", "%L1 W"), (" x\n", " y\n")):
            self.assertEqual(differences(self.message(source, form), "de"), [], source)
        self.assertEqual(differences(self.message("%n hosts", "ein Gerät", "%n Geräte", numerus=True), "de"), [])

    def test_what_is_wrong_is_named(self):
        for source, form in (("Open %1", "öffnen"), ("%1 of %2", "%1 von %1"), ("%L1", "%1"), ("&Open", "Öffnen"),
                             ("Open", "Öff&nen"), ("x: ", "y:"), ("x", " y"), ("%1\n", "%1")):
            self.assertNotEqual(differences(self.message(source, form), "de"), [], source)
        self.assertNotEqual(differences(self.message("%n hosts", "%n Gerät", "Geräte", numerus=True), "de"), [])


class TheTranslationsAreComplete(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # Collected from the sources into copies: what is new is unfinished there, what is gone has vanished.
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.files = {}
        for language in PLURAL_FORMS:
            path = Path(cls.folder.name, f"sigen-modbus_{language}.ts")
            shutil.copy(FOLDER / path.name, path)
            plural = ["-pluralonly"] if language == "en" else []
            subprocess.run([LUPDATE, *ARGUMENTS, *plural, "-source-language", "en", "-target-language", language,
                            "-ts", str(path)], check=True, stdout=subprocess.DEVNULL)
            cls.files[language] = list(messages(path))

    def test_each_language_of_the_folder_is_looked_at(self):
        self.assertEqual({path.name for path in FOLDER.glob("*.ts")},
                         {f"sigen-modbus_{language}.ts" for language in PLURAL_FORMS})

    def test_texts_were_collected(self):
        for language in ("de", "zh_CN"):
            self.assertGreater(len(self.files[language]), 500, language)
        self.assertGreater(len(self.files["en"]), 5)

    def test_nothing_is_missing_unfinished_or_vanished(self):
        for language, all_messages in self.files.items():
            for message in all_messages:
                with self.subTest(language=language, message=str(message)):
                    self.assertNotIn(message.state, ("vanished", "obsolete"), "no source has it any more")
                    self.assertNotEqual(message.state, "unfinished", "is not translated")
                    self.assertTrue(all(form.strip() for form in message.forms), "is empty")

    def test_each_number_has_its_forms(self):
        for language, all_messages in self.files.items():
            for message in all_messages:
                if message.numerus:
                    with self.subTest(language=language, message=str(message)):
                        self.assertEqual(len(message.forms), PLURAL_FORMS[language])

    def test_placeholders_mnemonics_and_white_space_are_kept(self):
        for language, all_messages in self.files.items():
            for message in all_messages:
                if message.state is None:
                    with self.subTest(language=language, message=str(message)):
                        self.assertEqual(differences(message, language), [])


if __name__ == "__main__":
    if not os.access(LUPDATE, os.X_OK):
        print(f"{LUPDATE} can't be run", file=sys.stderr)
        sys.exit(1 if os.environ.get("CI") == "true" else 77)
    unittest.main()
