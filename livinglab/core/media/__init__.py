"""Pictures, documents and PDFs: what may be uploaded, who may, and in which sizes it is shown."""
