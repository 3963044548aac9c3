"""An issued PDF with a person's own signature appended (PAdES), where pyHanko is installed."""

from __future__ import annotations

from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from app.domain.errors import DataFailure, InvalidInput

_FIELD = "Assinatura"


def can_sign() -> bool:
    """Tell whether the extra ``bancada[assinatura]`` is installed; it is not by default."""
    return find_spec("pyhanko") is not None


def sign(pdf: bytes, certificate: Path, password: str) -> bytes:
    """Return a PDF with a signature after its last byte; the bytes before stay as they were.

    ``certificate`` is a PKCS #12 file (.p12, .pfx). ``InvalidInput`` names the field:
    ``certificate`` for a file that holds no key, ``password`` for one that does not open it.
    """
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner, sign_pdf

    try:
        held = certificate.read_bytes()
    except OSError as error:
        raise DataFailure(f"não foi possível ler {certificate}: {error.strerror}") from error
    try:
        signer = SimpleSigner.load_pkcs12_data(held, other_certs=[], passphrase=password.encode())
    except ValueError as error:
        raise InvalidInput(
            "a senha não abre este certificado, ou ele não é um arquivo .p12 ou .pfx",
            field="password",
        ) from error
    metadata = PdfSignatureMetadata(_FIELD, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256")
    signed = sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), metadata, signer=signer)
    written: bytes = signed.getvalue()
    return written


def signer_of(contents: bytes, issued: bytes) -> str | None:
    """Return who signed a copy of an issued PDF; none where it is anything else.

    Nothing but one whole signature may stand after the issued bytes. Whether the certificate is to
    be trusted is for whoever reads it to say: their reader asks the authorities.
    """
    if not (contents.startswith(issued) and len(contents) > len(issued) and can_sign()):
        return None
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
    from pyhanko.sign.validation.errors import SignatureValidationError
    from pyhanko_certvalidator import ValidationContext

    try:
        (signature,) = PdfFileReader(BytesIO(contents)).embedded_signatures
        standing = validate_pdf_signature(signature, ValidationContext(trust_roots=[]))
    except (PdfError, SignatureValidationError, ValueError):
        return None
    is_whole = standing.coverage is SignatureCoverageLevel.ENTIRE_FILE
    is_plain = standing.modification_level in (None, ModificationLevel.NONE)
    if not (standing.intact and standing.valid and is_whole and is_plain):
        return None
    subject = standing.signing_cert.subject.native
    return str(subject.get("common_name") or standing.signing_cert.subject.human_friendly)
